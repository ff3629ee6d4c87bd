using ClusterSim.Engine.Recording;
using ClusterSim.Tracing.Recording;
using Xunit;

namespace ClusterSim.Tests.Tracing.Recording;

public sealed class RecordQueueTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Take_WhileNothingIsDealtWith_WaitsUntilSomethingIs()
    {
        var queue = new RecordQueue(Bound);
        queue.Begin(1);

        var partition = Task.Run(() => HandOver(queue), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => queue.IsWaitedFor, Bound));
        Assert.False(partition.IsCompleted);
        queue.Done();
        await partition.WaitAsync(Bound, TestContext.Current.CancellationToken);

        Assert.Equal((false, false), (queue.IsWaitedFor, queue.IsStalled));
    }

    [Fact]
    public void Take_WhileNothingIsDealtWithForTooLong_GivesUp()
    {
        var queue = new RecordQueue(TimeSpan.FromMilliseconds(1));
        queue.Begin(1);

        HandOver(queue);

        Assert.Equal((false, true), (queue.IsWaitedFor, queue.IsStalled));
    }

    // One more than are worked on and waiting to be.
    private static void HandOver(RecordQueue queue)
    {
        for (var time = 1; time <= 4; time++)
        {
            queue.Take(0, new RecordBatch([], [], time));
        }
    }
}
