using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Ring;

/// <summary>The ring algorithm.</summary>
internal sealed class RingFamily : ICollectiveFamily
{
    private static readonly RingAlgorithm Algorithm = new();

    public IReadOnlyList<string> Names { get; } = [Algorithm.Name];

    public ICollectiveAlgorithm? Find(string name) => name == Algorithm.Name ? Algorithm : null;
}
