using Akka.Actor;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Recording;
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
    private MessageRing last;

    /// <inheritdoc/>
    public SimTime Now => new(site.Now);

    /// <summary>This actor's number in its simulation.</summary>
    public ActorId Id { get; private set; }

    /// <summary>Where what happens is recorded, for actors that know more of it than their messages tell; null: nowhere.</summary>
    public RunRecorder? Recorder => site.Recorder;

    /// <summary>A hash over all messages that the actor has handled, in order.</summary>
    internal ulong Digest { get; private set; }

    /// <summary>The last messages of others that the actor has handled, if it is an NPU.</summary>
    internal MessageRing Last => last;

    /// <inheritdoc/>
    public void Send(ActorId to, SimDuration delay, in Message message) =>
        site.Post(nextMessageId++, to.Index, delay.Ns, in message);

    internal void Bind(ActorId id, Site home, bool isNpu)
    {
        Id = id;
        site = home;
        nextMessageId = MessageId.First(id.Index);
        if (isNpu)
        {
            last.TurnOn();
        }
    }

    internal void Deliver(in ScheduledMessage scheduled)
    {
        Digest = MessageDigest.Add(Digest, in scheduled);
        if (last.IsOn && MessageId.Sender(scheduled.Id) != Id.Index)
        {
            last.Add(in scheduled);
        }

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

    /// <summary>
    /// How many of the actor's parts, such as links, are in use at a time. Called now and then by another thread while the actor works: it only
    /// reads, and need not be exact.
    /// </summary>
    protected internal virtual PartUse UseAt(SimTime time) => default;

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
