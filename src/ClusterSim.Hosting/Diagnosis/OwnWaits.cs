using ClusterSim.Collectives.Results;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Nodes that wait for no other NPU: for their slot, or for remote memory.</summary>
internal sealed class OwnWaits(StuckRun run)
{
    /// <summary>Those of an NPU.</summary>
    public IEnumerable<OpenWait> Of(StuckNpu npu) => Memory(npu).Concat(Slots(npu));

    private IEnumerable<OpenWait> Memory(StuckNpu npu) =>
        from node in npu.Nodes
        let kind = run.GraphOf(npu.Npu)[node].Kind
        where kind is NodeKind.MemoryLoad or NodeKind.MemoryStore
        select new OpenWait(npu.Npu, null, () => run.At(
            WaitKind.Memory,
            npu.Npu,
            null,
            node,
            $"{(kind == NodeKind.MemoryLoad ? "load from" : "store to")} remote memory of {run.GraphOf(npu.Npu)[node].Size}",
            "no answer has come"));

    // Nodes behind the same one are told of once.
    private IEnumerable<OpenWait> Slots(StuckNpu npu) => npu.Held.GroupBy(held => held.HeldBy).Select(held => new OpenWait(npu.Npu, null, () =>
    {
        var others = held.Count() > 1 ? $", as {held.Count() - 1} more" : "";
        return run.At(
            WaitKind.Slot,
            npu.Npu,
            null,
            held.First().Node,
            "ready to start" + others,
            $"node {run.GraphOf(npu.Npu)[held.Key].Id} has not ended, and the NPU runs one of the kind at a time");
    }));
}
