using ClusterSim.Sweeps.Running;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

public sealed class MemoryGuardTests
{
    private const long Limit = 1L << 40;

    private readonly MemoryGuard guard = new(slots: 2, limitBytes: null);

    [Fact]
    public void Look_PointsOutgrowTheirLimits_EndsTheOneOfTheHighestEstimate()
    {
        var ended = new List<string>();
        using var small = guard.Enter(10, Limit, () => ended.Add("small"));
        using var large = guard.Enter(20, Limit, () => ended.Add("large"));

        guard.Look(3 * Limit);
        guard.Look(3 * Limit);

        Assert.Equal(["large"], ended);
        Assert.Equal((null, MemoryBound.Points), (small.Outgrown, large.Outgrown));
    }

    [Fact]
    public void Look_PointsWithinTheLimitOfAllSlots_EndsNone()
    {
        using var entry = guard.Enter(10, Limit, () => Assert.Fail("It was ended."));

        guard.Look(2 * Limit);

        Assert.Null(entry.Outgrown);
    }

    [Fact]
    public void Look_PointOfAnotherSweepWithoutALimit_EndsNone()
    {
        using var bounded = guard.Enter(10, Limit, () => Assert.Fail("It was ended."));
        using var unbounded = guard.Enter(0, limit: null, () => Assert.Fail("It was ended."));

        guard.Look(9 * Limit);

        Assert.Null(bounded.Outgrown);
    }

    [Fact]
    public void Look_ProcessOutgrowsItsOwnLimit_EndsAPointThatHasNone()
    {
        var bounded = new MemoryGuard(slots: 2, Limit);
        using var entry = bounded.Enter(10, limit: null, () => { });

        bounded.Look(2 * Limit);

        Assert.Equal(MemoryBound.Process, entry.Outgrown);
    }

    [Fact]
    public void Look_ChosenPointHasEnded_EndsTheNext()
    {
        using var small = guard.Enter(10, Limit, () => { });
        guard.Enter(20, Limit, () => { }).Dispose();

        guard.Look(3 * Limit);

        Assert.Equal(MemoryBound.Points, small.Outgrown);
    }
}
