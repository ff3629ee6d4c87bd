using ClusterSim.Core;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Network.CongestionAware;
using ClusterSim.Network.Routing;

namespace ClusterSim.Network.Fabrics;

/// <summary>What every actor that holds links of a fabric does with a chunk.</summary>
/// <param name="network">The network.</param>
/// <param name="device">The device that the links leave.</param>
/// <param name="firstSlot">The slot of the first of them.</param>
/// <param name="count">How many there are.</param>
internal abstract class FabricHolder(FabricNetwork network, int device, int firstSlot, int count) : LinkHolder
{
    private readonly FabricLink[] links = network.LinksOf(device, firstSlot, count);
    private readonly IRouting routing = network.Routing;
    private readonly FlowKind flows = network.Routing.Flows;
    private readonly bool hasEpochs = network.Routing.HasEpochs;
    private long detours;

    protected override int LinkCount => links.Length;

    /// <summary>Sends a chunk over a link.</summary>
    /// <param name="place">The link's place among those of the actor.</param>
    /// <param name="chunk">The chunk.</param>
    protected void Forward(int place, in Message chunk)
    {
        ref var link = ref links[place];
        if (!link.TryAccept(Now, chunk.Size))
        {
            throw new SimulationFailedException(
                $"A chunk from {NameOf(chunk.Source)} to {NameOf(chunk.Destination)} has to take {network.NameOf(device, firstSlot + place)}, which is down at {Now}.");
        }

        var delay = Accept(ref link.Server, place, in link.Last);
        if (hasEpochs)
        {
            Deliver(delay, HopAt(Now + delay, link.To, in chunk), in chunk);
            return;
        }

        var flow = FlowKey.Of(in chunk, flows);
        if (flow != link.LastFlow)
        {
            link.LastHop = network.Hop(link.To, in chunk, epoch: 0);
            link.LastFlow = flow;
        }

        Deliver(delay, link.LastHop, in chunk);
    }

    protected override PartUse UseAt(SimTime time)
    {
        var inUse = 0;
        foreach (ref readonly var link in links.AsSpan())
        {
            inUse += link.Server.IsInUse(time) ? 1 : 0;
        }

        return new PartUse(inUse, links.Length);
    }

    protected override object Report() => new LinkReport(
        Id, network.Fabric.Devices[device].Name, [.. links.Select(link => link.To)], links.Select(link => link.Server).ToArray(), Queues, network.EndOf)
    {
        Detours = detours,
    };

    private static string NameOf(int npu) => $"npu/{DimensionGrid.NumberOf(npu)}";

    // Ways may have changed when the chunk arrives: what then holds is known now.
    private Hop HopAt(SimTime arrival, int to, in Message chunk)
    {
        var (now, then) = (routing.EpochAt(Now), routing.EpochAt(arrival));
        if (now != then && to != chunk.Destination)
        {
            var left = routing.Hops(to, chunk.Destination, then);
            if (left == IRouting.NoWay)
            {
                throw network.NoWayFrom(to, in chunk, arrival);
            }

            detours += left - routing.Hops(to, chunk.Destination, now);
        }

        return network.Hop(to, in chunk, then);
    }
}
