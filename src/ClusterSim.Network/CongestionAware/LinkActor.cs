using ClusterSim.Core.Messages;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Network.CongestionAware;

/// <summary>The links that leave one NPU: <c>link/3</c> holds <c>link/3->4</c> and the others of NPU 3.</summary>
internal sealed class LinkActor : SimActor
{
    private readonly LinkNetwork network;
    private readonly int npu;
    private readonly int[] neighbours;
    private readonly Link[] links;

    public LinkActor(LinkNetwork network, int npu)
    {
        this.network = network;
        this.npu = npu;
        neighbours = [.. network.Dimension.Topology.LinksFrom(npu, network.Dimension.NpuCount)];
        links = new Link[neighbours.Length];
    }

    protected override void Handle(in Message message)
    {
        var slot = network.Dimension.Topology.NextLink(npu, message.Destination, network.Dimension.NpuCount);
        Forwarding.Forward(this, network, ref links[slot], neighbours[slot], in message);
    }

    protected override object Report() => new LinkReport($"link/{npu}", neighbours, links);
}
