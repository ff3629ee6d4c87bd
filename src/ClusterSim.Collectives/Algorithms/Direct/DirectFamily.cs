using System.Globalization;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Direct;

/// <summary>The direct algorithm, and with a number behind its name the one of that window.</summary>
internal sealed class DirectFamily : ICollectiveFamily
{
    private const string Name = "direct";

    public IReadOnlyList<string> Names { get; } = [Name, "directW (W: window, such as direct4)"];

    public ICollectiveAlgorithm? Find(string name)
    {
        if (!name.StartsWith(Name, StringComparison.Ordinal))
        {
            return null;
        }

        var window = name[Name.Length..];
        if (window.Length == 0)
        {
            return new DirectAlgorithm(name, window: null);
        }

        return int.TryParse(window, NumberStyles.None, CultureInfo.InvariantCulture, out var packets) && packets > 0
            ? new DirectAlgorithm(name, packets)
            : null;
    }
}
