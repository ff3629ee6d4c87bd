using ClusterSim.Core.Units;
using ClusterSim.Network.CongestionAware;
using ClusterSim.Network.Options;
using Xunit;

namespace ClusterSim.Tests.Network.CongestionAware;

public sealed class LinkTests
{
    private static readonly LinkTerms Slow = new(new Bandwidth(2.5), LatencyNs: 10);

    [Fact]
    public void Accept_FreeLink_TakesFlooredLatencyPlusSerialisation()
    {
        var link = default(Link);
        var transfer = Transfer.Over(Slow with { LatencyNs = 0.75 }, new ByteSize(101));

        // 0.75 + 101 / 2.5 = 41.15
        Assert.Equal(41, link.Accept(new SimTime(7), in transfer).Ns);
    }

    [Fact]
    public void Accept_BusyLink_WaitsForFlooredSerialisationOfThoseBefore()
    {
        var link = default(Link);
        link.Accept(new SimTime(0), Transfer.Over(Slow, new ByteSize(101)));

        // Free at floor(40.4) = 40; asked at 15, so 25 to wait, then floor(10 + 4) to arrive.
        Assert.Equal(25 + 14, link.Accept(new SimTime(15), Transfer.Over(Slow, new ByteSize(10))).Ns);
    }

    [Fact]
    public void Accept_SeveralChunks_KeepsStatistics()
    {
        var link = default(Link);
        link.Accept(new SimTime(0), Transfer.Over(Slow, new ByteSize(101)));
        link.Accept(new SimTime(15), Transfer.Over(Slow, new ByteSize(10)));

        Assert.Equal((2L, 111L, 44L, 25L), (link.Chunks, link.Carried.Bytes, link.Busy.Ns, link.Queued.Ns));
    }

    [Theory]
    [InlineData(39, true)]
    [InlineData(40, false)]
    public void IsInUse_AfterAChunk_UntilItHasLeft(long time, bool expected)
    {
        var link = default(Link);
        link.Accept(new SimTime(0), Transfer.Over(Slow, new ByteSize(101)));

        Assert.Equal(expected, link.IsInUse(new SimTime(time)));
    }

    [Fact]
    public void IsInUse_BeforeAnyChunk_IsNot() => Assert.False(default(Link).IsInUse(SimTime.Zero));
}
