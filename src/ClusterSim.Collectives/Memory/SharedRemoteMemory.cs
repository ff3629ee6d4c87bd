using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Memory;

/// <summary>A memory that several NPUs share; its actor serves them in order of request.</summary>
internal sealed class SharedRemoteMemory(ActorId server) : IRemoteMemory
{
    public void Access(NpuParts npu, ByteSize size, int node) =>
        npu.Actor.Send(server, SimDuration.Zero, new Message
        {
            Kind = MessageKind.MemoryRequest,
            Source = npu.Npu,
            Destination = npu.Npu,
            Token = node,
            Size = size,
        });
}
