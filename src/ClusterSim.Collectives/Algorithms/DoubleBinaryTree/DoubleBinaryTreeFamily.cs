using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.DoubleBinaryTree;

/// <summary>The double binary tree algorithm.</summary>
internal sealed class DoubleBinaryTreeFamily : ICollectiveFamily
{
    private static readonly DoubleBinaryTreeAlgorithm Algorithm = new();

    public IReadOnlyList<string> Names { get; } = [Algorithm.Name];

    public ICollectiveAlgorithm? Find(string name) => name == Algorithm.Name ? Algorithm : null;
}
