using Akka.Actor;
using Akka.Actor.Internal;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Engine.Sites;

/// <summary>
/// What a site needs of the partition that runs it, which is its own or a peer that helps: somewhere to put messages that
/// leave the site (to another one, to another partition, or through Akka), storage, and where to note progress and failure.
/// </summary>
internal sealed class SiteHost(PartitionSetup setup, SiteSet sites, Border border, FirstFailure failure, PartitionProgress progress)
{
    private readonly long lookahead = setup.Plan.Lookahead.Ns;

    /// <summary>Lends storage for messages.</summary>
    public ArrayPool Pool { get; } = new();

    /// <summary>Where failures of actors are noted.</summary>
    public FirstFailure Failure => failure;

    /// <summary>How far the partition is.</summary>
    public PartitionProgress Progress => progress;

    /// <summary>Where what happens on a site is recorded; null: nowhere. All replicas do the same, which is recorded once.</summary>
    public RunRecorder? RecorderOf(int site) => site == Site.OfReplicas && setup.Index != 0 ? null : setup.Recorder;

    /// <summary>Whether all messages go through Akka.</summary>
    public bool IsStrict => setup.IsStrict;

    /// <summary>
    /// A place for a message that leaves its site and goes to another one, which gets it at the end of the window; the caller
    /// writes all of it.
    /// </summary>
    /// <param name="target">The actor that it is for.</param>
    /// <param name="partition">That actor's partition.</param>
    /// <param name="time">When it arrives, in nanoseconds.</param>
    /// <param name="delay">How long it takes.</param>
    public ref ScheduledMessage Add(int target, int partition, long time, long delay)
    {
        CheckDelay(target, delay);
        return ref border.Add(partition, time);
    }

    /// <summary>Carries a message that is none of the ordinary ones between sites.</summary>
    /// <param name="scheduled">The message.</param>
    /// <param name="from">The site that it comes from.</param>
    /// <param name="to">The site of this partition that it goes to; null: elsewhere.</param>
    public void Carry(in ScheduledMessage scheduled, Site from, Site? to)
    {
        if (to is { IsOfReplicas: true })
        {
            border.Ask(in scheduled);
            return;
        }

        if (from != to)
        {
            CheckDelay(scheduled.Target, scheduled.Time - scheduled.SentAt);
        }

        if (!from.IsOfReplicas)
        {
            setup.RefOf(scheduled.Target).Tell(new StrictMessage(in scheduled), ActorRefs.NoSender);
        }
        else if (to is not null)
        {
            // All replicas give the same answers, each to the actors of its own partition.
            sites.Accept(in scheduled);
        }
    }

    /// <summary>Puts a message that has come through Akka where it is handled, or on its way to another partition.</summary>
    public void Place(in ScheduledMessage scheduled)
    {
        var owner = setup.Map.Owners[scheduled.Target];
        if (owner == setup.Index)
        {
            sites.Accept(in scheduled);
        }
        else
        {
            border.Add(owner, scheduled.Time) = scheduled;
        }
    }

    /// <summary>Lets an actor handle a message by the path of its mailbox.</summary>
    public void DeliverThroughAkka(in ScheduledMessage scheduled)
    {
        var cell = setup.CellOf(scheduled.Target);
        var outer = InternalCurrentActorCellKeeper.Current;
        InternalCurrentActorCellKeeper.Current = cell;
        try
        {
            cell.Invoke(new Envelope(new StrictMessage(in scheduled), ActorRefs.NoSender));
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = outer;
        }
    }

    private void CheckDelay(int target, long delay)
    {
        if (delay < lookahead)
        {
            throw new InvalidOperationException(
                $"A message to {setup.Plan.Actors[target].Name} takes {delay} ns, less than the {lookahead} ns that it must.");
        }
    }
}
