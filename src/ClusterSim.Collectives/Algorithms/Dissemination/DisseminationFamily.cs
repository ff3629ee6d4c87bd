using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Dissemination;

/// <summary>The dissemination barrier.</summary>
internal sealed class DisseminationFamily : ICollectiveFamily
{
    public string Name => "dissemination";

    public string Description => "A barrier: in round k every rank tells the one 2^k places on that it, and all it has heard of, have come.";

    public string Source => "Hensgen, Finkel and Manber, Two algorithms for barrier synchronization, 1988";

    public IReadOnlyList<AlgorithmParameter> Parameters => [];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new DisseminationAlgorithm();
}
