using Akka.Actor;
using Akka.Dispatch;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Recording;
using ClusterSim.Engine.Sites;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// A share of a simulation's actors. For Akka it is the dispatcher of those actors and of the actor that creates them: it runs
/// their mailboxes one after the other on one thread at a time. The simulated messages it delivers itself, site by site, from
/// within its actor's handling of a window.
/// </summary>
internal sealed class Partition : MessageDispatcher
{
    [ThreadStatic]
    private static Partition? running;

    private readonly MessagePool pool = new();
    private readonly MailboxRunner mailboxes = new();
    private PartitionSetup setup = null!;
    private IActorRef partitionActor = ActorRefs.Nobody;
    private FirstFailure failure = new();
    private SiteSet sites = null!;
    private Border border = null!;
    private volatile bool stopRequested;

    public Partition(MessageDispatcherConfigurator configurator, string id)
        : base(configurator)
    {
        Id = id;
    }

    /// <summary>How far it is. Read by other threads while it runs.</summary>
    public PartitionProgress Progress { get; } = new();

    /// <summary>Where it is now, for other threads.</summary>
    public PartitionState State => new(Progress.Steps, Progress.Now, AwaitsPeers);

    /// <summary>Whether it waits for its peers, so that its thread is worth keeping awake.</summary>
    public bool AwaitsPeers
    {
        get => mailboxes.ExpectsMore;
        set => mailboxes.ExpectsMore = value;
    }

    /// <summary>Whether no window should follow: an actor failed, or the simulation is to end as soon as it can.</summary>
    public bool IsEnding => stopRequested || HasFailed;

    /// <summary>Whether an actor failed.</summary>
    public bool HasFailed => failure.Failure is not null;

    /// <summary>Lends storage for what peers on other nodes send.</summary>
    public MessagePool Pool => pool;

    /// <summary>What it has for its peers in the current window.</summary>
    public Border Border => border;

    /// <summary>
    /// A time before which nothing happens that this partition knows of: its earliest message, for itself or for others, or
    /// the earliest answer to what it asks of replicated actors.
    /// </summary>
    public long NextTime => Math.Min(sites.NextTime, border.NextTime(setup.Plan.Lookahead.Ns));

    /// <summary>Prepares for a simulation.</summary>
    public void Open(PartitionSetup newSetup, IActorRef newPartitionActor)
    {
        setup = newSetup;
        partitionActor = newPartitionActor;
        failure = new FirstFailure();
        border = new Border(setup.Map.PartitionCount, pool);
        sites = new SiteSet(setup, border, failure, Progress);
        setup.Team?.Join(setup.Index, sites);
        stopRequested = false;
        AwaitsPeers = false;
        mailboxes.HasCore = setup.HasCore;
        Progress.Reset();
    }

    /// <summary>Asks the partition to end the simulation as soon as it can. From any thread.</summary>
    public void RequestStop() => stopRequested = true;

    /// <summary>Takes in an actor that Akka has just made.</summary>
    public SimActor Register(int index, SimActor actor)
    {
        sites.Register(new ActorId(index), actor);
        Progress.Created++;
        if (Progress.Created == setup.ActorCount)
        {
            partitionActor.Tell(PartitionActor.ActorsReady.Instance, ActorRefs.NoSender);
        }

        return actor;
    }

    /// <summary>Gives every NPU of this partition the message that starts it.</summary>
    public void PostStart() => sites.PostStart();

    /// <summary>A window begins.</summary>
    /// <param name="start">The first time at which anything happens in it.</param>
    public void BeginWindow(long start)
    {
        border.BeginWindow();
        setup.Recorder?.BeginWindow(start);
        Progress.Now = start;
        Progress.Windows++;
    }

    /// <summary>Handles messages before a time limit, or until so many were handled.</summary>
    /// <returns>How many of the budget are left; none: not all messages may have been handled.</returns>
    public long Run(long limit, long budget)
    {
        if (stopRequested)
        {
            return budget;
        }

        var previous = running;
        running = this;
        try
        {
            var left = budget - sites.Run(limit, budget);
            if (left == 0)
            {
                // Within a window it has come to where the next message is; a single site has no other window.
                Progress.Now = Math.Max(Progress.Now, Math.Min(sites.NextTime, limit - 1));
            }

            return left;
        }
        finally
        {
            running = previous;
        }
    }

    /// <summary>All messages before a time limit are handled: helps peers that are not so far, and ends the window.</summary>
    public void FinishWindow(long limit)
    {
        if (setup.Team is { } team && !stopRequested)
        {
            team.Help(setup.Index, limit);
        }

        sites.CloseWindow();
    }

    /// <summary>Takes in what a peer has sent.</summary>
    public void Accept(MessageList batch) => sites.Accept(batch);

    /// <summary>Takes in what the actors of a partition have asked of replicated actors in a window.</summary>
    public void AcceptRequests(MessageList requests) => sites.AcceptRequests(requests);

    /// <summary>Lets the replicas handle the requests of a window, which have come from all partitions by now.</summary>
    /// <param name="windowEnd">Where the window ends: a peer that is ahead may have sent requests of the next one.</param>
    public void RunReplicas(long windowEnd)
    {
        // Every replica handles the same requests; they count once.
        var handled = sites.RunReplicas(windowEnd);
        Progress.Events += setup.Index == 0 ? handled : 0;
    }

    /// <summary>What each actor of this partition found; and the digest over its messages.</summary>
    public PartitionReport TakeReport()
    {
        setup.Recorder?.End();
        var reports = new List<object>();
        var digest = 0UL;
        foreach (var index in setup.Map.ActorsOf(setup.Index))
        {
            // All replicas did the same.
            if (setup.Index != 0 && setup.Map.IsReplicated(index))
            {
                continue;
            }

            var actor = sites[index];
            digest = MessageDigest.Combine(digest, index, actor.Digest);
            if (actor.TakeReport() is { } report)
            {
                reports.Add(report);
            }
        }

        return new PartitionReport(
            setup.Index, Progress.Events, Progress.Completed, digest, reports, failure.Failure, stopRequested);
    }

    /// <summary>What is in use of its actors' parts. From any thread, also while they work.</summary>
    public PartUse CountUse() => sites?.CountUse(new SimTime(Progress.Now)) ?? default;

    /// <summary>What those of some actors handled last that are NPUs of this partition. When the simulation has ended.</summary>
    public IEnumerable<(int Npu, MessageRing Kept)> LastOf(IEnumerable<int> wanted) =>
        from actor in wanted
        where actor >= 0 && actor < setup.Plan.NpuCount && setup.Map.Owners[actor] == setup.Index
        select (actor, sites[actor].Last);

    /// <summary>Forgets the actors, so that a pooled partition holds no memory of its last simulation.</summary>
    public void Close()
    {
        sites = null!;
        border = null!;
    }

    /// <summary>Simulated messages go to their sites; everything else to the mailbox, as ever.</summary>
    public override void Dispatch(ActorCell cell, Envelope envelope)
    {
        if (envelope.Message is StrictMessage strict)
        {
            // The sender's partition runs this: within a simulation no other thread tells simulated messages.
            (running ?? this).sites.Place(in strict.Scheduled);
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
}
