using ClusterSim.Core.Units;
using ClusterSim.Network.CongestionAware;
using Xunit;

namespace ClusterSim.Tests.Network.CongestionAware;

public sealed class LinkQueueTests
{
    [Fact]
    public void Peak_OfChunksThatComeAndBeginToCross_IsTheMostThatWaitedAtOnce()
    {
        var queue = new LinkQueue();
        queue.Add(new SimTime(0), new SimTime(10));
        queue.Add(new SimTime(5), new SimTime(20));

        // The first two cross, or have crossed, when this one comes.
        queue.Add(new SimTime(20), new SimTime(30));

        Assert.Equal(2, queue.Peak);
    }
}
