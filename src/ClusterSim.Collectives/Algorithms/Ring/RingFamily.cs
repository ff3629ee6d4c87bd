using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Ring;

/// <summary>The ring algorithm.</summary>
internal sealed class RingFamily : ICollectiveFamily
{
    public string Name => "ring";

    public string Description => "Every rank passes packets to the next one and takes them from the previous one, one at a time.";

    public string Source => "Patarasuk and Yuan, Bandwidth optimal all-reduce algorithms for clusters of workstations, 2009";

    public IReadOnlyList<AlgorithmParameter> Parameters => [];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new RingAlgorithm();
}
