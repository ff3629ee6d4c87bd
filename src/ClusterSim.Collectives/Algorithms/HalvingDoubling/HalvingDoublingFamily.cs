using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.HalvingDoubling;

/// <summary>The halving-doubling algorithm.</summary>
internal sealed class HalvingDoublingFamily : ICollectiveFamily
{
    public string Name => "halvingDoubling";

    public string Description => "In each of log2(n) steps a rank exchanges with the one whose number differs in one bit; n is a power of two.";

    public string Source => "Thakur, Rabenseifner and Gropp, Optimization of collective communication operations in MPICH, 2005";

    public IReadOnlyList<AlgorithmParameter> Parameters => [];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new HalvingDoublingAlgorithm();
}
