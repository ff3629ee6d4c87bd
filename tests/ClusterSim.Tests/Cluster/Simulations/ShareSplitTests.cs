using ClusterSim.Cluster.Simulations;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Cluster.Simulations;

public sealed class ShareSplitTests
{
    [Theory]
    [InlineData(1, 3, "0+1")]
    [InlineData(2, 2, "0+1 1+1")]
    [InlineData(5, 2, "0+2 2+3")]
    [InlineData(7, 3, "0+2 2+2 4+3")]
    public void Of_PartitionsAndNodes_IsEven(int partitions, int nodes, string expected)
    {
        var shares = ShareSplit.Of(partitions, nodes);

        Assert.Equal(expected, string.Join(' ', shares.Select(share => $"{share.First}+{share.Count}")));
    }

    [Fact]
    public void Of_AnyPartitionsAndNodes_CoversEachPartitionOnceAndGivesNoNodeNothing()
    {
        Gen.Select(Gen.Int[1, 500], Gen.Int[1, 100]).Sample((partitions, nodes) =>
        {
            var shares = ShareSplit.Of(partitions, nodes);

            Assert.Equal(Enumerable.Range(0, partitions), shares.SelectMany(share => Enumerable.Range(share.First, share.Count)));
            Assert.Equal(Math.Min(partitions, nodes), shares.Count);
            Assert.True(shares.Max(share => share.Count) - shares.Min(share => share.Count) <= 1);
        });
    }
}
