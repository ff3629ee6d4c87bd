using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// A share of a simulation's actors with one calendar. For Akka it is the dispatcher of those actors and of the actor that
/// creates them: it runs their mailboxes one after the other on one thread at a time. The simulated messages it delivers
/// itself, in the order of their keys, from within its actor's handling of a window.
/// </summary>
internal sealed class Partition : MessageDispatcher
{
    // How many messages ahead the memory of actors is fetched, in three steps.
    private const int ActorsAhead = 12;
    private const int PartsAhead = 8;
    private const int DeeperAhead = 4;
    private const int ActorLines = 2;

    [ThreadStatic]
    private static Partition? running;

    private readonly MessagePool pool = new();
    private readonly Calendar calendar;
    private readonly MailboxRunner mailboxes = new();
    private PartitionSetup setup = null!;
    private SimActor?[] actors = [];
    private Outbox[] outboxes = [];
    private Outbox requests = null!;
    private IActorRef partitionActor = ActorRefs.Nobody;
    private bool isReplaying;

    // What every message asks of the setup, at hand.
    private short[] owners = [];
    private int ownIndex;
    private bool takesDirectly;
    private int registered;
    private volatile bool stopRequested;

    public Partition(MessageDispatcherConfigurator configurator, string id)
        : base(configurator)
    {
        Id = id;
        calendar = new Calendar(pool);
    }

    /// <summary>The failure that stopped this partition, or null.</summary>
    public PartitionFailure? Failure { get; private set; }

    /// <summary>How far it is. Read by other threads while it runs.</summary>
    public PartitionProgress Progress { get; } = new();

    /// <summary>Whether it waits for its peers, so that its thread is worth keeping awake.</summary>
    public bool AwaitsPeers
    {
        get => mailboxes.ExpectsMore;
        set => mailboxes.ExpectsMore = value;
    }

    public bool StopRequested => stopRequested;

    /// <summary>Prepares for a simulation.</summary>
    public void Open(PartitionSetup newSetup, IActorRef newPartitionActor)
    {
        setup = newSetup;
        owners = newSetup.Map.Owners;
        ownIndex = newSetup.Index;
        takesDirectly = !newSetup.IsStrict;
        partitionActor = newPartitionActor;
        calendar.Reset(newSetup.Plan.Actors.Count);
        actors = new SimActor?[newSetup.Plan.Actors.Count];
        outboxes = Outboxes(newSetup.Map.PartitionCount);
        requests = new Outbox(pool);
        registered = 0;
        stopRequested = false;
        Failure = null;
        AwaitsPeers = false;
        Progress.Reset();
    }

    /// <summary>Asks the partition to end the simulation as soon as it can. From any thread.</summary>
    public void RequestStop() => stopRequested = true;

    /// <summary>Takes in an actor that Akka has just made.</summary>
    public SimActor Register(int index, SimActor actor)
    {
        actor.Bind(this, new ActorId(index));
        actors[index] = actor;
        registered++;
        if (registered == setup.ActorCount)
        {
            partitionActor.Tell(PartitionActor.ActorsReady.Instance, ActorRefs.NoSender);
        }

        return actor;
    }

    public void CountCompleted() => Progress.Completed++;

    /// <summary>Gives every NPU of this partition the message that starts it.</summary>
    public void PostStart()
    {
        for (var npu = 0; npu < setup.Plan.NpuCount; npu++)
        {
            if (setup.Map[npu] == setup.Index)
            {
                actors[npu]!.Send(ActorId.OfNpu(npu), SimDuration.Zero, new Message { Kind = MessageKind.Start });
            }
        }
    }

    /// <summary>Puts a message of one of this partition's actors where it is handled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Post(ulong id, int target, long now, long delay, in Message message)
    {
        var owner = owners[target];
        if (owner == ownIndex && takesDirectly)
        {
            ref var slot = ref calendar.Add(now + delay, now, id);
            slot.Target = target;
            slot.Message = message;
        }
        else
        {
            PostElsewhere(id, target, now, delay, in message, owner);
        }
    }

    /// <summary>Handles messages up to a time limit, or until about so many were handled.</summary>
    /// <returns>Whether no message before the limit is left, or none may be handled any more.</returns>
    public bool Run(long limit, long budget)
    {
        var previous = running;
        running = this;
        try
        {
            while (budget > 0)
            {
                if (Failure is not null || stopRequested || !calendar.OpenRound(limit))
                {
                    return true;
                }

                budget -= HandleRound();
            }

            return false;
        }
        finally
        {
            Progress.Now = calendar.Now;
            running = previous;
        }
    }

    /// <summary>
    /// A time before which nothing happens that this partition knows of: its earliest message, for itself or for others, or
    /// the earliest answer to what it asks of replicated actors.
    /// </summary>
    public long NextTime()
    {
        var next = calendar.NextTime();
        foreach (var outbox in outboxes)
        {
            next = Math.Min(next, outbox.Earliest);
        }

        return requests.Earliest == long.MaxValue ? next : Math.Min(next, requests.Earliest + setup.Plan.Lookahead.Ns);
    }

    /// <summary>What this partition has had for a peer since the window began.</summary>
    public MessageList BatchFor(int peer) => outboxes[peer].Content;

    /// <summary>What this partition's actors have asked of replicated actors since the window began.</summary>
    public MessageList Requests => requests.Content;

    /// <summary>Empties what is meant for the end of a window.</summary>
    public void BeginWindow()
    {
        foreach (var outbox in outboxes)
        {
            outbox.Turn();
        }

        requests.Turn();
        Progress.Windows++;
    }

    /// <summary>Takes in what a peer has sent.</summary>
    public void Accept(MessageList batch)
    {
        for (var block = batch.Blocks; block is not null; block = block.Next)
        {
            foreach (ref readonly var message in block.Messages)
            {
                calendar.Add(message.Time, message.SentAt, message.Id) = message;
            }
        }
    }

    /// <summary>
    /// Lets this partition's replicas handle the requests of a window, which come from all partitions, in order of key.
    /// </summary>
    public void Replay(List<ScheduledMessage> windowRequests)
    {
        isReplaying = true;
        takesDirectly = false;
        try
        {
            foreach (var request in windowRequests)
            {
                Handle(in request, request.SentInRound + 1);
            }

            // Every replica handles the same requests; they count once.
            Progress.Events += setup.Index == 0 ? windowRequests.Count : 0;
        }
        finally
        {
            isReplaying = false;
            takesDirectly = !setup.IsStrict;
        }
    }

    /// <summary>Handles a message that came through the strict transport.</summary>
    public void DeliverStrict(SimActor actor, StrictMessage message) =>
        Guarded(actor, in message.Scheduled, calendar.Round);

    /// <summary>What each actor of this partition found; and the digest over its messages.</summary>
    public PartitionReport TakeReport()
    {
        var reports = new List<object>();
        var digest = 0UL;
        for (var index = 0; index < actors.Length; index++)
        {
            if (actors[index] is not { } actor || (setup.Map[index] == PartitionMap.Replicated && setup.Index != 0))
            {
                continue;
            }

            digest = MessageDigest.Combine(digest, index, actor.Digest);
            if (actor.TakeReport() is { } report)
            {
                reports.Add(report);
            }
        }

        return new PartitionReport(setup.Index, Progress.Events, Progress.Completed, digest, reports, Failure, stopRequested);
    }

    /// <summary>Forgets the actors, so that a pooled partition holds no memory of its last simulation.</summary>
    public void Close()
    {
        actors = [];
        calendar.Reset(actorCount: 0);
    }

    /// <summary>Simulated messages go to the calendar; everything else to the mailbox, as ever.</summary>
    public override void Dispatch(ActorCell cell, Envelope envelope)
    {
        if (envelope.Message is StrictMessage strict)
        {
            AcceptStrict(strict);
        }
        else
        {
            base.Dispatch(cell, envelope);
        }
    }

    protected override void ExecuteTask(IRunnable run) => mailboxes.Add(run);

    protected override void Shutdown()
    {
        // Partitions are pooled: they live as long as their actor system.
    }

    private Outbox[] Outboxes(int count) => Enumerable.Range(0, count).Select(_ => new Outbox(pool)).ToArray();

    private long HandleRound()
    {
        var count = 0L;
        for (var messages = calendar.NextOfRound(); !messages.IsEmpty; messages = calendar.NextOfRound())
        {
            HandleAll(messages);
            count += messages.Length;
        }

        Progress.Events += count;
        return count;
    }

    private void HandleAll(ReadOnlySpan<ScheduledMessage> messages)
    {
        if (setup.IsStrict)
        {
            foreach (ref readonly var message in messages)
            {
                InvokeThroughAkka(in message);
            }

            return;
        }

        var handled = 0;
        while (handled < messages.Length)
        {
            handled = HandleUntilFailure(messages, handled);
        }
    }

    // A round is handled to its end even if an actor fails, because another one with a smaller key may fail too.
    private int HandleUntilFailure(ReadOnlySpan<ScheduledMessage> round, int handled)
    {
        try
        {
            for (; handled < round.Length; handled++)
            {
                PrefetchBehind(round, handled);
                ref readonly var message = ref round[handled];
                actors[message.Target]!.Deliver(in message);
            }
        }
        catch (Exception cause) when (RecordFailure(in round[handled], calendar.Round, cause))
        {
            handled++;
        }

        return handled;
    }

    // Three steps, because an actor must be there before it can tell what else it needs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PrefetchBehind(ReadOnlySpan<ScheduledMessage> messages, int handled)
    {
        if (handled + ActorsAhead < messages.Length)
        {
            Prefetch.Lines(actors[messages[handled + ActorsAhead].Target], ActorLines);
            actors[messages[handled + PartsAhead].Target]!.PrefetchParts();
            actors[messages[handled + DeeperAhead].Target]!.PrefetchDeeper();
        }
    }

    private void Handle(in ScheduledMessage message, int round) => Guarded(actors[message.Target]!, in message, round);

    private void Guarded(SimActor actor, in ScheduledMessage message, int round)
    {
        try
        {
            actor.Deliver(in message);
        }
        catch (Exception cause) when (RecordFailure(in message, round, cause))
        {
            // Recorded: the run ends with it when the window is over.
        }
    }

    private bool RecordFailure(in ScheduledMessage message, int round, Exception cause)
    {
        var key = new EventKey(new SimTime(message.Time), round, new SimTime(message.SentAt), message.Id);
        if (Failure is null || key < Failure.Key)
        {
            Failure = new PartitionFailure(key, setup.Plan.Actors[message.Target].Name, message.Message.Kind.ToString(), cause);
        }

        return true;
    }

    private void InvokeThroughAkka(in ScheduledMessage message)
    {
        var cell = setup.CellOf(message.Target);
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = cell;
        try
        {
            cell.Invoke(new Envelope(new StrictMessage(in message), ActorRefs.NoSender));
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = outer;
        }
    }

    private void PostElsewhere(ulong id, int target, long now, long delay, in Message message, int owner)
    {
        var scheduled = new ScheduledMessage
        {
            Time = now + delay,
            SentAt = now,
            Id = id,
            Target = target,
            SentInRound = calendar.Round,
            Message = message,
        };
        CheckDelay(in scheduled, owner);
        if (owner == PartitionMap.Replicated && setup.Map.PartitionCount > 1)
        {
            requests.Add(scheduled.Time) = scheduled;
        }
        else if (setup.IsStrict && !isReplaying)
        {
            setup.RefOf(target).Tell(new StrictMessage(in scheduled), ActorRefs.NoSender);
        }
        else if (!isReplaying)
        {
            PostTo(Math.Max(owner, 0), in scheduled);
        }
        else if (owner == setup.Index)
        {
            // Each replica answers the actors of its own partition.
            PostTo(owner, in scheduled);
        }
    }

    private void CheckDelay(in ScheduledMessage scheduled, int owner)
    {
        var delay = scheduled.Time - scheduled.SentAt;
        var needed = owner == setup.Index || owner == PartitionMap.Replicated ? 0 : setup.Plan.Lookahead.Ns;
        if (delay < needed)
        {
            throw new InvalidOperationException(
                $"A message to {setup.Plan.Actors[scheduled.Target].Name} takes {delay} ns, less than the {needed} ns that it must.");
        }
    }

    private void AcceptStrict(StrictMessage strict)
    {
        // The sender's partition runs this: within a simulation no other thread tells simulated messages.
        var sender = running ?? this;
        sender.PostTo(Math.Max(setup.Map[strict.Scheduled.Target], 0), in strict.Scheduled);
    }

    private void PostTo(int owner, in ScheduledMessage scheduled)
    {
        if (owner == setup.Index)
        {
            calendar.Add(scheduled.Time, scheduled.SentAt, scheduled.Id) = scheduled;
        }
        else
        {
            outboxes[owner].Add(scheduled.Time) = scheduled;
        }
    }
}
