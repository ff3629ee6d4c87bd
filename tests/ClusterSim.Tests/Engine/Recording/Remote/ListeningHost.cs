using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using ClusterSim.Engine.Hosts.Messages;

namespace ClusterSim.Tests.Engine.Recording.Remote;

/// <summary>Stands for a host, and keeps what it is told of what was taken in.</summary>
[SuppressMessage("Design", "MA0097", Justification = "That addresses can be put in order is of its base; nothing does it.")]
internal sealed class ListeningHost : MinimalActorRef
{
    private readonly List<RecordsTaken> heard = [];

    public IReadOnlyList<RecordsTaken> Heard => heard;

    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems);

    public override IActorRefProvider Provider => throw new NotSupportedException();

    protected override void TellInternal(object message, IActorRef sender) => heard.Add((RecordsTaken)message);
}
