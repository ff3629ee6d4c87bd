using ClusterSim.Collectives.Options;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Collectives.Memory;

/// <summary>A shared remote memory, <c>memory/0</c>: serves one access at a time, in order of request.</summary>
internal sealed class RemoteMemoryActor(RemoteMemoryOptions options) : SimActor
{
    private SimTime freeAt;

    protected override void Handle(in Message message)
    {
        freeAt = SimTime.Max(freeAt, Now) + options.AccessTime(message.Size);
        Send(ActorId.OfNpu(message.Source), freeAt - Now, message with { Kind = MessageKind.MemoryDone });
    }
}
