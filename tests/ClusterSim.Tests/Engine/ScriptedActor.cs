using ClusterSim.Core.Messages;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Tests.Engine;

/// <summary>An actor that does what a test says, and reports what it was told.</summary>
internal sealed class ScriptedActor(Action<ScriptedActor, Message> onMessage) : SimActor
{
    private readonly List<(long TimeNs, MessageKind Kind, long Tag)> heard = [];

    public void Finish() => Complete();

    protected override void Handle(in Message message)
    {
        heard.Add((Now.Ns, message.Kind, message.Tag));
        onMessage(this, message);
    }

    protected override object Report() => new Heard(Id.Index, heard);

    /// <summary>What one actor was told.</summary>
    internal sealed record Heard(int Actor, IReadOnlyList<(long TimeNs, MessageKind Kind, long Tag)> Messages);
}
