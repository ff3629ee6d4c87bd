using ClusterSim.Core.Collectives;

namespace ClusterSim.Hosting.Plugins;

/// <summary>An assembly with collective algorithms, or why it is none.</summary>
/// <param name="Families">Its algorithms; none if anything is wrong.</param>
/// <param name="Faults">What is wrong, each a sentence without its full stop, to follow the name of the file.</param>
internal sealed record Plugin(IReadOnlyList<ICollectiveFamily> Families, IReadOnlyList<string> Faults)
{
    public static Plugin Faulty(params IReadOnlyList<string> faults) => new([], faults);
}
