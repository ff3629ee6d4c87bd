using ClusterSim.Engine.Clock;
using ClusterSim.Engine.Partitions;
using Xunit;

namespace ClusterSim.Tests.Engine.Clock;

public sealed class SilenceWatchTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly PartitionState Busy = new(Steps: 7, NowNs: 1500, AwaitsPeers: false);
    private static readonly PartitionState Waiting = new(Steps: 9, NowNs: 2000, AwaitsPeers: true);

    private readonly SilenceWatch watch = new(Timeout);

    [Fact]
    public void Observe_AnActorThatComputesForEver_IsNamedAfterTheTimeout()
    {
        Assert.Equal(31, SecondsUntilAlarm(computed: Second, out var text, Busy, Waiting));
        Assert.Equal(
            "No message was handled for 30 s: partition 0 at 1,500 ns does not come back from an actor, "
            + "partition 1 at 2,000 ns waits for the others.",
            text);
    }

    [Fact]
    public void Observe_AllWaitForEachOther_IsFoundWithoutComputation()
    {
        Assert.Equal(31, SecondsUntilAlarm(computed: TimeSpan.Zero, out _, Waiting, Waiting));
    }

    [Fact]
    public void Observe_AProcessThatIsHardlyLetToRun_GetsTenTimesAsLong()
    {
        Assert.Equal(301, SecondsUntilAlarm(computed: Second / 100, out _, Busy, Waiting));
    }

    [Fact]
    public void Observe_AStepMeanwhile_BeginsAnew()
    {
        for (var second = 0; second < 200; second++)
        {
            Assert.Null(watch.Observe([Busy with { Steps = second / 20 }], Second, Second));
        }
    }

    [Fact]
    public void Observe_PartitionsThatWaitForADisk_AreNotSilent()
    {
        for (var second = 0; second < 1_000; second++)
        {
            watch.Excuse();
            Assert.Null(watch.Observe([Busy, Waiting], Second, TimeSpan.Zero));
        }
    }

    // The first observation only learns where the partitions are.
    private int SecondsUntilAlarm(TimeSpan computed, out string? text, params PartitionState[] states)
    {
        for (var second = 1; second < 1000; second++)
        {
            text = watch.Observe(states, Second, computed);
            if (text is not null)
            {
                return second;
            }
        }

        text = null;
        return -1;
    }
}
