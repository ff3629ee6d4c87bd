using System.Globalization;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Network;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>What the devices of a network are called in its file: as a graph names them, or npu/3 and switch/0 in dimensions.</summary>
internal sealed class DeviceNames
{
    private const string Npu = "npu/";
    private const string Switch = "switch/";

    private readonly Dictionary<string, int>? byName;
    private readonly int npus;
    private readonly int devices;

    private DeviceNames(Dictionary<string, int>? byName, int npus, int devices)
    {
        this.byName = byName;
        this.npus = npus;
        this.devices = devices;
    }

    /// <summary>What to do about a name that is not known.</summary>
    public string Advice(string name) => byName is null
        ? $"Give npu/0 to npu/{npus - 1}" + (devices == npus ? "." : $", or switch/0 to switch/{devices - npus - 1}.")
        : NameAdvice.For(name, byName.Keys) ?? "Name one of npus and switches.";

    public static DeviceNames Of(Dictionary<string, int> byName) => new(byName, 0, 0);

    public static DeviceNames Of(NetworkOptions network) => network.Graph is { Graph: var graph }
        ? Of(Enumerable.Range(0, graph.DeviceCount).ToDictionary(graph.NameOf, device => device, StringComparer.Ordinal))
        : new(null, network.NpuCount, new NetworkSurvey(network).DeviceCount);

    /// <summary>The number of a device; null: there is none of that name.</summary>
    public int? Find(string name)
    {
        if (byName is not null)
        {
            return byName.TryGetValue(name, out var device) ? device : null;
        }

        return NumberBehind(Npu, name) is { } npu && npu < npus ? npu
            : NumberBehind(Switch, name) is { } number && number < devices - npus ? npus + number
            : null;
    }

    private static int? NumberBehind(string prefix, string name) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
