using ClusterSim.Collectives.Algorithms.DoubleBinaryTree;
using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

public sealed class DoubleBinaryTreeTests
{
    private const long Bytes = 4096;

    // A leaf passes the endpoint and sends up; on each of log2(n) levels everything is received, passes the endpoint and is
    // reduced; the same on the way down, but that the leaves at its end do not reduce.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(16)]
    public async Task AllReduce_FullyConnected_GoesUpAndDownTheTree(int n)
    {
        var level = Hop(Bytes) + Endpoint + Reduction(Bytes);
        var levels = int.Log2(n);
        var expected = Endpoint + levels * level + (levels - 1) * level + Hop(Bytes) + Endpoint;

        Assert.Equal(expected, await RunAsync("FullyConnected", n, "doubleBinaryTree", CollectiveKind.AllReduce, Bytes));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void InTree_EveryRank_AgreesWithItsNeighbours(int n)
    {
        foreach (var tree in new Func<int, TreePlace>[] { rank => TreePlace.InTreeA(rank, n), rank => TreePlace.InTreeB(rank, n) })
        {
            for (var rank = 0; rank < n; rank++)
            {
                foreach (var child in new[] { tree(rank).Left, tree(rank).Right }.OfType<int>())
                {
                    Assert.Equal(rank, tree(child).Parent);
                }
            }

            Assert.Single(Enumerable.Range(0, n), rank => tree(rank).Parent is null);
        }
    }

    // What makes two trees worth having.
    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void InTree_InnerRanksOfTreeA_AreLeavesOfTreeB(int n)
    {
        for (var rank = 1; rank < n - 1; rank++)
        {
            Assert.NotEqual(TreePlace.InTreeA(rank, n).Left is null, TreePlace.InTreeB(rank, n).Left is null);
        }
    }
}
