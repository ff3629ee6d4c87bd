using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.BinomialTree;

/// <summary>The binomial tree.</summary>
internal sealed class BinomialTreeFamily : ICollectiveFamily
{
    public string Name => "binomialTree";

    public string Description => "In each of log2(n) steps every rank that has the data passes it on to one that has not, or the other way round.";

    public string Source => "Thakur, Rabenseifner and Gropp, Optimization of collective communication operations in MPICH, 2005";

    public IReadOnlyList<AlgorithmParameter> Parameters => [];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new BinomialTreeAlgorithm();
}
