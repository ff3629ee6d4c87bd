using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.DoubleBinaryTree;

/// <summary>The double binary tree algorithm.</summary>
internal sealed class DoubleBinaryTreeFamily : ICollectiveFamily
{
    public string Name => "doubleBinaryTree";

    public string Description => "Reduces up a binary tree and broadcasts back down, in turn on two trees; the number of ranks is a power of two.";

    public string Source => "Sanders, Speck and Traeff, Two-tree algorithms for full bandwidth broadcast, reduction and scan, 2009";

    public IReadOnlyList<AlgorithmParameter> Parameters => [];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new DoubleBinaryTreeAlgorithm();
}
