using ClusterSim.Collectives.Npu;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Collectives.Memory;

/// <summary>Every NPU has its own, so an access is a delay of the NPU.</summary>
internal sealed class OwnRemoteMemory(RemoteMemoryOptions options) : IRemoteMemory
{
    public void Access(NpuParts npu, ByteSize size, int node) =>
        npu.Delays.Begin(DelayKind.Node, options.AccessTime(size), Continuation.NodeEnds(node));
}
