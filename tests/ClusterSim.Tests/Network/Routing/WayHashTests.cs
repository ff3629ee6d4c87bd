using ClusterSim.Network.Routing;
using Xunit;

namespace ClusterSim.Tests.Network.Routing;

public sealed class WayHashTests
{
    private const int Flows = 20_000;

    // With p = 1/ways the share of a way deviates by sqrt(p * (1 - p) / flows), here at most 0.0036; five times that never happens by chance.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Choose_ManyFlows_TakesEachWayAboutAsOften(int ways)
    {
        var counts = new int[ways];
        for (var flow = 0; flow < Flows; flow++)
        {
            counts[WayHash.Choose(seed: 7, new FlowKey((ulong)flow, Tag: 0), device: 3, ways)]++;
        }

        Assert.All(counts, count => Assert.Equal(1.0 / ways, (double)count / Flows, tolerance: 0.018));
    }

    [Fact]
    public void Choose_OtherSeedTagOrDevice_ChoosesIndependently()
    {
        Assert.Equal(0.5, Share(flow => Choose(seed: 1, flow, tag: 0, device: 0) == Choose(seed: 2, flow, tag: 0, device: 0)), tolerance: 0.018);
        Assert.Equal(0.5, Share(flow => Choose(seed: 1, flow, tag: 0, device: 0) == Choose(seed: 1, flow, tag: 1, device: 0)), tolerance: 0.018);
        Assert.Equal(0.5, Share(flow => Choose(seed: 1, flow, tag: 0, device: 0) == Choose(seed: 1, flow, tag: 0, device: 1)), tolerance: 0.018);
    }

    private static int Choose(long seed, int flow, long tag, int device) => WayHash.Choose(seed, new FlowKey((ulong)flow, tag), device, ways: 2);

    private static double Share(Func<int, bool> isSo) => Enumerable.Range(0, Flows).Count(isSo) / (double)Flows;
}
