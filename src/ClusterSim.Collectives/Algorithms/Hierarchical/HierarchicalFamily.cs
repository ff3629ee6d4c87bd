using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Hierarchical;

/// <summary>The hierarchical algorithm.</summary>
internal sealed class HierarchicalFamily : ICollectiveFamily
{
    private static readonly AlgorithmParameter Inner = new(
        "inner",
        "How many ranks, one behind the other, a node has; it divides the number of ranks. Not given: the largest divisor that is at most its square root.");

    public string Name => "hierarchical";

    public string Description => "Reduces and scatters inside each node, goes on among ranks at equal places in theirs, gathers inside; rings all three.";

    public string Source => "Cho et al., BlueConnect: Decomposing all-reduce for deep learning on heterogeneous network hierarchy, 2019; Horovod's hierarchical all-reduce";

    public IReadOnlyList<AlgorithmParameter> Parameters { get; } = [Inner];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new HierarchicalAlgorithm(settings.Name, (int?)settings.Find(Inner.Name));
}
