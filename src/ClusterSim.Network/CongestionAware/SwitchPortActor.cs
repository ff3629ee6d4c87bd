using ClusterSim.Core.Messages;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Network.CongestionAware;

/// <summary>One port of a switch, <c>switch/0/port/5</c>, with the link that leaves it.</summary>
internal sealed class SwitchPortActor(LinkNetwork network, string switchName, int neighbour) : SimActor
{
    private Link link;

    protected override void Handle(in Message message) => Forwarding.Forward(this, network, ref link, neighbour, in message);

    protected override object Report() => new LinkReport(switchName, [neighbour], [link]);
}
