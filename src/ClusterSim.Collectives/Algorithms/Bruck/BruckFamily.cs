using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Bruck;

/// <summary>Bruck's algorithms.</summary>
internal sealed class BruckFamily : ICollectiveFamily
{
    public string Name => "bruck";

    public string Description => "In each of log2(n) rounds a rank sends what must go on, of its own and others' data, in one message; for small sizes.";

    public string Source => "Bruck, Ho, Kipnis, Upfal and Weathersby, Efficient algorithms for all-to-all communications in multiport message-passing systems, 1997";

    public IReadOnlyList<AlgorithmParameter> Parameters => [];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new BruckAlgorithm();
}
