using ClusterSim.Core.Networks;
using ClusterSim.Network.Topologies;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Network.Topologies;

public sealed class TopologyTests
{
    private static readonly Gen<(ITopology Topology, int Size, int Source, int Destination)> Journey =
        from name in Gen.Int[0, 2]
        from size in Gen.Int[2, 40]
        from source in Gen.Int[0, size - 1]
        from step in Gen.Int[1, size - 1]
        select (TopologyCatalog.Find(TopologyCatalog.Names.ElementAt(name))!, size, source, (source + step) % size);

    [Fact]
    public void NextLink_AnyJourney_ArrivesAfterHopsLinks()
    {
        Journey.Sample(journey =>
        {
            var device = journey.Source;
            var links = 0;
            while (device != journey.Destination && links <= journey.Size)
            {
                var slot = journey.Topology.NextLink(device, journey.Destination, journey.Size);
                device = journey.Topology.LinksFrom(device, journey.Size)[slot];
                links++;
            }

            Assert.Equal(journey.Topology.Hops(journey.Source, journey.Destination, journey.Size), links);
        });
    }

    [Fact]
    public void LinksFrom_AnyDevice_NamesOtherDevicesOnce()
    {
        Journey.Sample(journey =>
        {
            var devices = journey.Size + journey.Topology.SwitchCount(journey.Size);
            for (var device = 0; device < devices; device++)
            {
                var links = journey.Topology.LinksFrom(device, journey.Size);
                Assert.Equal(links.Count, links.Distinct().Count());
                Assert.DoesNotContain(device, links);
                Assert.All(links, other => Assert.InRange(other, 0, devices - 1));
            }
        });
    }

    [Fact]
    public void NextLink_HalfwayRoundARing_GoesClockwise()
    {
        var ring = TopologyCatalog.Find("Ring")!;

        Assert.Equal(1, ring.LinksFrom(0, 8)[ring.NextLink(0, 4, 8)]);
        Assert.Equal(7, ring.LinksFrom(0, 8)[ring.NextLink(0, 5, 8)]);
    }
}
