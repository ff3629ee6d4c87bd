using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Memory;

/// <summary>There is no remote memory. Validated workloads do not access it.</summary>
internal sealed class NoRemoteMemory : IRemoteMemory
{
    public void Access(NpuParts npu, ByteSize size, int node) =>
        throw new InvalidOperationException($"NPU {npu.Npu} accesses remote memory, but there is none (NO_MEMORY_EXPANSION).");
}
