using System.Runtime.CompilerServices;
using ClusterSim.Core.Messages;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Engine.Sites;

/// <summary>
/// The actors that live with one NPU, or with several that talk without delay, and their messages. Messages from other sites
/// take at least the lookahead, so within a window a site runs by itself to the window's end, while what its actors touch stays
/// in the processor's nearest cache.
/// </summary>
internal sealed class Site
{
    /// <summary>The index of the site that holds a partition's replicas of replicated actors.</summary>
    public const int OfReplicas = -1;

    private const int LinesOfActor = 2;

    private readonly SiteHost home;
    private readonly PartitionMap map;
    private readonly int partition;
    private readonly SimActor?[] actors;
    private readonly Site?[] homes;
    private readonly bool isStrict;

    // Whether its messages need no other care than to be put where they are handled.
    private readonly bool isPlain;

    // Who runs it, or ran it last.
    private SiteHost host;
    private RunRecorder? recorder;
    private EventQueue queue;
    private SimActor? first;
    private int round = -1;
    private long handled;

    // A message that is handled while the handling of its cause goes on.
    private ScheduledMessage nested;
    private bool isNested;

    /// <param name="index">Its number among the sites of its partition.</param>
    /// <param name="setup">Its partition's.</param>
    /// <param name="home">Its partition, as far as sites know it.</param>
    /// <param name="actors">The actors of the partition, by number.</param>
    /// <param name="homes">The site of each of them.</param>
    public Site(int index, PartitionSetup setup, SiteHost home, SimActor?[] actors, Site?[] homes)
    {
        Index = index;
        this.home = home;
        this.actors = actors;
        this.homes = homes;
        host = home;
        map = setup.Map;
        partition = setup.Index;
        queue = new EventQueue(home.Pool);
        recorder = home.RecorderOf(index);
        isStrict = setup.IsStrict && !IsOfReplicas;
        isPlain = !setup.IsStrict && !IsOfReplicas;
    }

    /// <summary>Its number among the sites of its partition, or <see cref="OfReplicas"/>.</summary>
    public int Index { get; }

    public bool IsOfReplicas => Index == OfReplicas;

    /// <summary>The time of the message that is being handled, in nanoseconds.</summary>
    public long Now { get; private set; }

    /// <summary>How far the partition is that runs it.</summary>
    public PartitionProgress Progress => host.Progress;

    /// <summary>Where what happens here is recorded; null: nowhere.</summary>
    public RunRecorder? Recorder => recorder;

    /// <summary>The time of its first message; <see cref="long.MaxValue"/> if it has none.</summary>
    public long NextTime => queue.NextTime;

    /// <summary>Puts a message of one of this site's actors where it is handled.</summary>
    /// <param name="id">The message's id, which tells the sender.</param>
    /// <param name="target">The actor that it is for.</param>
    /// <param name="delay">How long it takes, in nanoseconds.</param>
    /// <param name="message">What it says.</param>
    public void Post(ulong id, int target, long delay, in Message message)
    {
        if (recorder is not null)
        {
            Record(id, target, delay, in message);
        }

        var to = homes[target];
        if (!isPlain || to is { IsOfReplicas: true })
        {
            Carry(id, target, delay, in message, to);
        }
        else if (to != this)
        {
            ref var scheduled = ref host.Add(target, to is null ? map.Owners[target] : partition, Now + delay, delay);
            scheduled.SetKey(Now + delay, 0, Now, id);
            scheduled.Target = target;
            scheduled.Message = message;
        }
        else if (delay == 0 && !isNested && target != MessageId.Sender(id) && queue.IsFirstAlone)
        {
            HandleAtOnce(id, target, in message);
        }
        else
        {
            PutInQueue(id, target, delay, in message);
        }
    }

    /// <summary>Makes room for many messages from elsewhere.</summary>
    public void BeginBurst(int messages) => queue.BeginBurst(messages);

    /// <summary>Takes in one of them.</summary>
    public void AcceptOfBurst(in ScheduledMessage scheduled) => queue.AddOfBurst(in scheduled);

    /// <summary>Puts them in order.</summary>
    public void EndBurst() => queue.EndBurst();

    /// <summary>Takes in a message from elsewhere.</summary>
    public void Accept(in ScheduledMessage scheduled) => queue.Accept(in scheduled);

    /// <summary>Lets a peer of its partition run it until its messages before a time limit are handled.</summary>
    /// <returns>How many were handled.</returns>
    public long RunAtPeer(long limit, SiteHost peer)
    {
        UseHost(peer);
        var handledThere = Run(limit, long.MaxValue);
        UseHost(home);
        return handledThere;
    }

    /// <summary>Handles messages before a time limit, or until so many were handled.</summary>
    /// <returns>How many were handled.</returns>
    public long Run(long limit, long budget)
    {
        handled = 0;
        try
        {
            while (handled < budget && queue.FindFirst(limit))
            {
                ref readonly var scheduled = ref queue.First;
                handled++;
                if (scheduled.Time < Now)
                {
                    ThrowOvertaken(scheduled.Time);
                }

                Now = scheduled.Time;
                round = scheduled.Round;
                if (isStrict)
                {
                    host.DeliverThroughAkka(in scheduled);
                }
                else
                {
                    actors[scheduled.Target]!.Deliver(in scheduled);
                }

                queue.RemoveFirst();
            }
        }
        catch (Exception cause) when (host.Failure.Note(isNested ? nested : queue.First, cause))
        {
            // What the site has yet to do is not done: the run ends with the failure when the window is over.
            isNested = false;
            queue.Clear();
        }

        queue.Trim();
        return handled;
    }

    /// <summary>Fetches the place of the next message that comes from elsewhere.</summary>
    public void PrefetchEnd() => Prefetch.Line(in queue.End);

    /// <summary>Fetches the first message and the NPU; see <see cref="SiteSet"/>.</summary>
    public void PrefetchHead()
    {
        Prefetch.Line(in queue.Head);
        Prefetch.Lines(first, LinesOfActor);
    }

    /// <summary>Fetches what the NPU refers to.</summary>
    public void PrefetchParts() => first?.PrefetchParts();

    /// <summary>Fetches what the parts of the NPU refer to.</summary>
    public void PrefetchDeeper() => first?.PrefetchDeeper();

    /// <summary>An actor of the site was made; NPUs come first.</summary>
    public void Add(SimActor actor) => first ??= actor;

    /// <summary>Lets an actor handle a message that has come through Akka.</summary>
    public void DeliverStrict(SimActor actor, in ScheduledMessage scheduled)
    {
        try
        {
            actor.Deliver(in scheduled);
        }
        catch (Exception cause) when (host.Failure.Note(in scheduled, cause))
        {
            // Noted. Akka would take the exception for its own.
        }
    }

    private void PutInQueue(ulong id, int target, long delay, in Message message)
    {
        if (delay < 0)
        {
            ThrowPast(delay);
        }

        ref var scheduled = ref queue.Add(Now + delay, NextRound(delay), Now, id);
        scheduled.Target = target;
        scheduled.Message = message;
    }

    // What nothing can come before, such as an NPU's chunk that its own link takes, need not pass through the queue.
    private void HandleAtOnce(ulong id, int target, in Message message)
    {
        round++;
        isNested = true;
        nested.SetKey(Now, round, Now, id);
        nested.Target = target;
        nested.Message = message;
        if (recorder is null)
        {
            actors[target]!.Deliver(in nested);
        }
        else
        {
            DeliverRecorded(target);
        }

        isNested = false;
        round--;
        handled++;
    }

    // The sender goes on then, and what it sends belongs to what it said before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DeliverRecorded(int target)
    {
        var origin = recorder!.Origin;
        actors[target]!.Deliver(in nested);
        recorder.Origin = origin;
    }

    private void UseHost(SiteHost next)
    {
        host = next;
        recorder = next.RecorderOf(Index);
        queue.UsePool(next.Pool);
    }

    private void Carry(ulong id, int target, long delay, in Message message, Site? to)
    {
        if (delay < 0)
        {
            ThrowPast(delay);
        }

        var scheduled = new ScheduledMessage { Target = target, Message = message };
        scheduled.SetKey(Now + delay, NextRound(delay), Now, id);
        host.Carry(in scheduled, this, to);
    }

    // On its own, so that a run which is not recorded pays for a comparison.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Record(ulong id, int target, long delay, in Message message)
    {
        var cause = round < 0 ? RecordedMessage.NoCause : isNested ? nested.Id : queue.First.Id;
        recorder!.Add(id, cause, round, Now, Now + delay, target, in message);
    }

    private int NextRound(long delay) => delay == 0 ? round + 1 : 0;

    private void ThrowOvertaken(long time) =>
        throw new InvalidOperationException($"A message for {time} ns came when the site had got to {Now} ns.");

    private static void ThrowPast(long delay) =>
        throw new InvalidOperationException($"A message was sent with a delay of {delay} ns: it would have been handled before.");
}
