using ClusterSim.Core.Messages;

namespace ClusterSim.Network.Fabrics;

/// <summary>One port of a switch of a fabric, <c>switch/leaf1/port/5</c>, with the link that leaves it.</summary>
internal sealed class PortActor(FabricNetwork network, int device, int slot) : FabricHolder(network, device, slot, count: 1)
{
    protected override void Handle(in Message message) => Forward(0, in message);
}
