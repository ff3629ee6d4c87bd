using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Network.CongestionAware;

/// <summary>The links that leave one NPU: <c>link/3</c> holds <c>link/3->4</c> and the others of NPU 3.</summary>
internal sealed class LinkActor(LinkNetwork network, int npu, ArraySegment<Link> links, IReadOnlyList<int> neighbours) : EqualLinkHolder(network)
{
    private const int Nobody = -1;

    private readonly LinkNetwork network = network;

    // The way to the last destination: a ring only ever has one.
    private int destination = Nobody;
    private int slot;
    private Hop hop;

    protected override int LinkCount => links.Count;

    protected override void Handle(in Message message)
    {
        if (message.Destination != destination)
        {
            destination = message.Destination;
            slot = network.NextLink(npu, destination);
            hop = network.Hop(neighbours[slot], destination);
        }

        Forward(ref links.Array![links.Offset + slot], slot, hop, in message);
    }

    protected override PartUse UseAt(SimTime time)
    {
        var inUse = 0;
        foreach (ref readonly var link in links.AsSpan())
        {
            inUse += link.IsInUse(time) ? 1 : 0;
        }

        return new PartUse(inUse, links.Count);
    }

    protected override object Report() => new LinkReport(Id, $"link/{npu}", neighbours, links, Queues);
}
