using ClusterSim.Sweeps.Running;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

public sealed class MemoryGuardTests
{
    private const long Limit = 1L << 40;

    [Fact]
    public void Look_ProcessOutgrowsTheLimitOfAllSlots_EndsThePointOfTheHighestEstimate()
    {
        var guard = new MemoryGuard(Limit, slots: 2);
        var ended = new List<string>();
        using var small = guard.Enter(10, () => ended.Add("small"));
        using var large = guard.Enter(20, () => ended.Add("large"));

        guard.Look(3 * Limit);
        guard.Look(3 * Limit);

        Assert.Equal(["large"], ended);
        Assert.Equal((false, true), (small.IsChosen, large.IsChosen));
    }

    [Fact]
    public void Look_ProcessWithinTheLimitOfAllSlots_EndsNone()
    {
        var guard = new MemoryGuard(Limit, slots: 2);
        using var entry = guard.Enter(10, () => Assert.Fail("It was ended."));

        guard.Look(2 * Limit);

        Assert.False(entry.IsChosen);
    }

    [Fact]
    public void Look_ChosenPointHasEnded_EndsTheNext()
    {
        var guard = new MemoryGuard(Limit, slots: 1);
        using var small = guard.Enter(10, () => { });
        guard.Enter(20, () => { }).Dispose();

        guard.Look(3 * Limit);

        Assert.True(small.IsChosen);
    }
}
