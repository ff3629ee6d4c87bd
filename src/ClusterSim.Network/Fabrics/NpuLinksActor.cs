using ClusterSim.Core.Messages;
using ClusterSim.Network.Routing;

namespace ClusterSim.Network.Fabrics;

/// <summary>The links that leave one NPU of a fabric: <c>link/3</c> holds <c>link/3->4</c> and the others of NPU 3.</summary>
internal sealed class NpuLinksActor(FabricNetwork network, int npu, int count) : FabricHolder(network, npu, firstSlot: 0, count)
{
    private readonly FabricNetwork network = network;
    private readonly int npu = npu;
    private FlowKey lastFlow;
    private int lastSlot;

    protected override void Handle(in Message message)
    {
        if (network.Routing.HasEpochs)
        {
            Forward(SlotFor(in message), in message);
            return;
        }

        var flow = FlowKey.Of(in message, network.Routing.Flows);
        if (flow != lastFlow)
        {
            lastSlot = SlotFor(in message);
            lastFlow = flow;
        }

        Forward(lastSlot, in message);
    }

    private int SlotFor(in Message chunk)
    {
        var slot = network.Routing.NextLink(npu, in chunk, network.Routing.EpochAt(Now));
        return slot == IRouting.NoWay ? throw network.NoWayFrom(npu, in chunk, Now) : slot;
    }
}
