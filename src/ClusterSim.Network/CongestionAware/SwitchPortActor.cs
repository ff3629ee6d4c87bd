using ClusterSim.Core.Messages;

namespace ClusterSim.Network.CongestionAware;

/// <summary>One port of a switch, <c>switch/0/port/5</c>, with the link that leaves it.</summary>
internal sealed class SwitchPortActor(LinkNetwork network, string switchName, int neighbour) : LinkHolder(network)
{
    private readonly LinkNetwork network = network;
    private Link link;

    protected override void Handle(in Message message) =>
        Forward(ref link, network.Hop(neighbour, message.Destination), in message);

    protected override object Report() => new LinkReport(switchName, [neighbour], new[] { link });
}
