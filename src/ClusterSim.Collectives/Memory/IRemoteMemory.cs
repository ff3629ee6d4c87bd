using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Memory;

/// <summary>The remote memory as one NPU sees it. Section 8 of the reference semantics.</summary>
internal interface IRemoteMemory
{
    /// <summary>Begins an access; the node ends when it is done.</summary>
    void Access(NpuParts npu, ByteSize size, int node);
}
