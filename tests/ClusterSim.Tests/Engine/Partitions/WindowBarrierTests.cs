using ClusterSim.Engine.Partitions;
using Xunit;

namespace ClusterSim.Tests.Engine.Partitions;

public sealed class WindowBarrierTests
{
    [Fact]
    public void Close_AllArrived_GivesTheEarliestNextTime()
    {
        var barrier = new WindowBarrier(partitionCount: 3);
        barrier.Arrive(window: 0, nextTime: 30, last: false);
        barrier.Arrive(window: 0, nextTime: 10, last: false);
        Assert.False(barrier.IsComplete(0));
        barrier.Arrive(window: 0, nextTime: long.MaxValue, last: false);

        Assert.True(barrier.IsComplete(0));
        Assert.Equal(10, barrier.Close(0));
    }

    [Fact]
    public void Close_APeerIsAWindowAhead_KeepsWhatItSaid()
    {
        var barrier = new WindowBarrier(partitionCount: 2);
        barrier.Arrive(window: 0, nextTime: 5, last: false);
        barrier.Arrive(window: 1, nextTime: 40, last: false);
        barrier.Arrive(window: 0, nextTime: 6, last: false);
        Assert.Equal(5, barrier.Close(0));
        barrier.Arrive(window: 1, nextTime: 50, last: false);

        Assert.Equal(40, barrier.Close(1));
    }

    [Fact]
    public void Close_APartitionStopped_EndsTheSimulation()
    {
        var barrier = new WindowBarrier(partitionCount: 2);
        barrier.Arrive(window: 0, nextTime: 5, last: true);
        barrier.Arrive(window: 0, nextTime: 6, last: false);

        Assert.Equal(long.MaxValue, barrier.Close(0));
    }
}
