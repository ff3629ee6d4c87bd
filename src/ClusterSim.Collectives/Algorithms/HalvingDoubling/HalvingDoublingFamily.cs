using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.HalvingDoubling;

/// <summary>The halving-doubling algorithm.</summary>
internal sealed class HalvingDoublingFamily : ICollectiveFamily
{
    private static readonly HalvingDoublingAlgorithm Algorithm = new();

    public IReadOnlyList<string> Names { get; } = [Algorithm.Name];

    public ICollectiveAlgorithm? Find(string name) => name == Algorithm.Name ? Algorithm : null;
}
