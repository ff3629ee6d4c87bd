using ClusterSim.Core.Messages;

namespace ClusterSim.Network.CongestionAware;

/// <summary>The links that leave one NPU: <c>link/3</c> holds <c>link/3->4</c> and the others of NPU 3.</summary>
internal sealed class LinkActor(LinkNetwork network, int npu, ArraySegment<Link> links, IReadOnlyList<int> neighbours) : LinkHolder(network)
{
    private readonly LinkNetwork network = network;

    protected override void Handle(in Message message)
    {
        var slot = network.Dimension.Topology.NextLink(npu, message.Destination, network.Dimension.NpuCount);
        Forward(ref links.Array![links.Offset + slot], neighbours[slot], in message);
    }

    protected override object Report() => new LinkReport($"link/{npu}", neighbours, links);
}
