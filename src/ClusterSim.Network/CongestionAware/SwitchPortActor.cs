using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Network.CongestionAware;

/// <summary>One port of a switch, <c>switch/0/port/5</c>, with the link that leaves it.</summary>
internal sealed class SwitchPortActor(LinkNetwork network, string switchName, int neighbour) : EqualLinkHolder(network)
{
    private readonly LinkNetwork network = network;
    private Link link;

    protected override int LinkCount => 1;

    protected override void Handle(in Message message) =>
        Forward(ref link, 0, network.Hop(neighbour, message.Destination), in message);

    protected override PartUse UseAt(SimTime time) => new(link.IsInUse(time) ? 1 : 0, 1);

    protected override object Report() => new LinkReport(Id, switchName, [neighbour], new[] { link }, Queues);
}
