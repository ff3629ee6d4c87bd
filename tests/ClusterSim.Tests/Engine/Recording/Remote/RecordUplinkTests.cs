using Akka.Actor;
using ClusterSim.Engine.Recording;
using ClusterSim.Engine.Recording.Remote;
using Xunit;

namespace ClusterSim.Tests.Engine.Recording.Remote;

public sealed class RecordUplinkTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly RecordUplink uplink = new(ActorRefs.Nobody);

    public RecordUplinkTests()
    {
        uplink.Begin(2);
    }

    [Fact]
    public async Task Take_OfMoreThanMayBeOnItsWay_WaitsUntilSomethingIsTaken()
    {
        var partition = HandOverTooMuch();
        Assert.True(SpinWait.SpinUntil(() => uplink.IsWaitedFor, Bound));
        Assert.False(partition.IsCompleted);

        uplink.Acknowledge(1, 7);
        await partition.WaitAsync(Bound, TestContext.Current.CancellationToken);

        Assert.Equal((false, RecordUplink.MostUnderWay + 1), (uplink.IsWaitedFor, uplink.Round));
    }

    [Fact]
    public async Task Take_WhileItWaits_EndsWhenAllIsAbandoned()
    {
        var partition = HandOverTooMuch();
        Assert.True(SpinWait.SpinUntil(() => uplink.IsWaitedFor, Bound));

        uplink.Abandon();

        await partition.WaitAsync(Bound, TestContext.Current.CancellationToken);
    }

    // Each of these batches is a frame.
    private Task HandOverTooMuch() => Task.Run(
        () =>
        {
            for (var time = 0; time <= RecordUplink.MostUnderWay; time++)
            {
                uplink.Take(0, new RecordBatch([], [], time));
            }
        },
        TestContext.Current.CancellationToken);
}
