using Akka.Actor;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Sites;

namespace ClusterSim.Engine.Actors;

/// <summary>
/// A simulated actor: an Akka actor, created by its partition and supervised by it, whose mailbox serves life cycle and
/// control only. Simulated messages reach <see cref="Handle"/> in the order of events, one at a time, never while the
/// mailbox runs.
/// </summary>
public abstract class SimActor : UntypedActor, IOutbox
{
    private Site site = null!;
    private ulong nextMessageId;

    /// <inheritdoc/>
    public SimTime Now => new(site.Now);

    /// <summary>This actor's number in its simulation.</summary>
    public ActorId Id { get; private set; }

    /// <summary>A hash over all messages that the actor has handled, in order.</summary>
    internal ulong Digest { get; private set; }

    /// <inheritdoc/>
    public void Send(ActorId to, SimDuration delay, in Message message) =>
        site.Post(nextMessageId++, to.Index, delay.Ns, in message);

    internal void Bind(ActorId id, Site home)
    {
        Id = id;
        site = home;
        nextMessageId = MessageId.First(id.Index);
    }

    internal void Deliver(in ScheduledMessage scheduled)
    {
        Digest = MessageDigest.Add(Digest, in scheduled);
        Handle(in scheduled.Message);
    }

    /// <summary>What the actor found, read once when the simulation has ended; null: nothing.</summary>
    internal object? TakeReport() => Report();

    /// <summary>Called some messages before one for this actor: fetches what the actor refers to.</summary>
    protected internal virtual void PrefetchParts()
    {
    }

    /// <summary>Called shortly before a message for this actor: fetches what its parts refer to.</summary>
    protected internal virtual void PrefetchDeeper()
    {
    }

    /// <summary>Handles one simulated message. An exception ends the simulation.</summary>
    protected abstract void Handle(in Message message);

    /// <summary>What the actor found, read once when the simulation has ended; null: nothing.</summary>
    protected virtual object? Report() => null;

    /// <summary>Says that this actor has come to the end of its work.</summary>
    protected void Complete() => site.Progress.Completed++;

    /// <summary>Takes what the strict transport brings through the mailbox's path.</summary>
    protected override void OnReceive(object message)
    {
        if (message is StrictMessage strict)
        {
            site.DeliverStrict(this, in strict.Scheduled);
        }
        else
        {
            Unhandled(message);
        }
    }
}
