using ClusterSim.Sweeps.Comparison;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;
using ClusterSim.Sweeps.Tables;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Comparison;

public sealed class ComparedPointTests
{
    // Finish, exposed and wall time of three NPUs that are alike and of a fourth.
    private static readonly PointResult Result = new()
    {
        Point = 0,
        Attempt = 1,
        Node = "here",
        ElapsedSeconds = 1,
        Digest = 7,
        Figures = 0b111,
        NpuCounts = [3, 1],
        Values = [10, 20, 30, 40, 50, 60],
    };

    [Fact]
    public void Pair_OfResultsThatDifferInTimeAndNodeOnly_DoesNotDiffer()
    {
        var pair = Pair(Result, Result with { Node = "there", ElapsedSeconds = 2, Attempt = 2, NpuCounts = [3, 1] });

        Assert.False(pair.Differs);
        Assert.Equal((60m, 50m, 0m), (pair.First.WallNs, pair.First.ExposedNs, pair.WallPercent));
    }

    public static TheoryData<string, PointResult?> Others() => new()
    {
        { "digest", Result with { Digest = 8 } },
        { "figures", Result with { Figures = 0b1011 } },
        { "counts", Result with { NpuCounts = [2, 2] } },
        { "values", Result with { Values = [10, 20, 30, 40, 50, 61] } },
        { "error", Result with { Error = "it failed" } },
        { "open", null },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Pair_OfResultsThatDifferOtherwise_Differs(string what, PointResult? other)
    {
        Assert.True(Pair(Result, other).Differs, what);
    }

    [Fact]
    public void WallPercent_OfALongerSecond_IsPositive() =>
        Assert.Equal(50, Pair(Result, Result with { Values = [10, 20, 30, 40, 50, 90] }).WallPercent);

    private static PointPair Pair(PointResult? first, PointResult? second) => new([], Point(first), Point(second));

    private static ComparedPoint Point(PointResult? result) => ComparedPoint.Of(new ResultRow(0, new PlanEntry(new PointId(1, 2), new PointId(3, 4), null, []), result, null));
}
