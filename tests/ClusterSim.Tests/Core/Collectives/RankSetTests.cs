using ClusterSim.Core.Collectives;
using Xunit;

namespace ClusterSim.Tests.Core.Collectives;

public sealed class RankSetTests
{
    [Fact]
    public void Along_SecondOfTwoDimensions_StepsByTheFirst()
    {
        var ranks = RankSet.Along(npu: 13, stride: 4, count: 8);

        Assert.Equal((3, 8), (ranks.OwnRank, ranks.Count));
        Assert.Equal([1, 5, 9, 13, 17, 21, 25, 29], Enumerable.Range(0, 8).Select(ranks.NpuOf));
    }

    [Fact]
    public void Of_Group_KeepsTheListedOrder()
    {
        var ranks = RankSet.Of(npu: 2, [6, 2, 0]);

        Assert.Equal((1, 3, 0), (ranks.OwnRank, ranks.Count, ranks.NpuOf(2)));
    }
}
