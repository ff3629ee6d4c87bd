using Akka.Actor;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Running;

/// <summary>
/// Owns a sweep: hands points to workers, and keeps what they answer in the journal. What it decides, <see cref="PointBook{TWorker}"/>
/// decides; what it alone knows is who sends what to whom.
/// </summary>
internal sealed class SweepOwner : UntypedActor, IWithTimers
{
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(500);

    private readonly SweepJob job;
    private readonly PointBook<IActorRef> book;
    private readonly PointId baseId;
    private readonly int before;

    public SweepOwner(SweepJob job)
    {
        this.job = job;
        book = new(job.States);
        before = book.Done + book.Failed;
        baseId = BaseId.Of(job.Base);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => Guard(() =>
    {
        job.Journal.AppendBase(baseId, job.Base);
        AwaitTick();
    });

    protected override void OnReceive(object message) => Guard(() => Handle(message));

    // Whatever goes wrong, such as a full disk, ends the sweep: it must not go on without a journal.
    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            End(() => job.Outcome.TrySetException(error));
        }
    }

    private void Handle(object message)
    {
        switch (message)
        {
            case WorkerJoined joined:
                OnJoined(joined);
                break;
            case PointStarted started:
                book.Start(Sender, started.Point, started.Attempt);
                break;
            case PointFinished finished:
                OnFinished(finished.Result);
                break;
            case WorkerLeaves:
                Context.Unwatch(Sender);
                book.Leave(Sender);
                TopUpAll();
                break;
            case Terminated terminated:
                OnLost(terminated.ActorRef);
                break;
            case Tick:
                OnTick();
                break;
            case Stop:
                End(() => job.Outcome.TrySetCanceled());
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void OnJoined(WorkerJoined joined)
    {
        Context.Watch(Sender);
        book.Join(Sender, joined.Node, joined.Slots);
        Sender.Tell(new SweepOffered(job.Plan.Definition.Name, job.Base, job.Plan.Definition.Limits));
        TopUp(Sender);
    }

    private void OnFinished(PointResult result)
    {
        if (book.Finish(Sender, result.Point, result.Attempt, result.Error is not null))
        {
            Keep(result);
        }

        TopUp(Sender);
        Report();
        EndIfComplete();
    }

    private void OnLost(IActorRef worker)
    {
        var node = book.Workers.TryGetValue(worker, out var hand) ? hand.Node : "";
        foreach (var (point, attempt, error) in book.Lose(worker))
        {
            Keep(new PointResult { Point = point, Attempt = attempt, Node = node, Error = error });
        }

        TopUpAll();
        Report();
        EndIfComplete();
    }

    private void OnTick()
    {
        job.Journal.Flush();
        Report();
        AwaitTick();
    }

    private void Keep(PointResult result) => job.Journal.Append(
        new(job.Ids.Run(result.Point), job.Ids.Configuration(result.Point), baseId, job.Plan.Assignments(result.Point), result));

    private void TopUpAll()
    {
        foreach (var worker in book.Workers.Keys.ToArray())
        {
            TopUp(worker);
        }
    }

    private void TopUp(IActorRef worker)
    {
        var handed = book.TopUp(worker);
        if (handed.Count > 0)
        {
            worker.Tell(new PointsHanded([.. handed.Select(one => new PointWork(one.Point, one.Attempt, job.Plan.Assignments(one.Point)))]));
        }
    }

    private void Report() => job.Progress?.Report(new(
        book.Done, book.Failed, book.Total, before, [.. book.Workers.Values.Select(hand => new NodeLoad(hand.Node, hand.Slots, hand.Running.Count))]));

    private void EndIfComplete()
    {
        if (book.IsComplete)
        {
            End(() => job.Outcome.TrySetResult());
        }
    }

    private void End(Action settle)
    {
        foreach (var worker in book.Workers.Keys)
        {
            Context.Unwatch(worker);
            worker.Tell(new SweepEnds());
        }

        Context.Stop(Self);
        settle();
    }

    private void AwaitTick() => Timers.StartSingleTimer(Tick.Instance, Tick.Instance, TickInterval);

    /// <summary>Ends the sweep before its end; what is in the journal stays.</summary>
    internal sealed class Stop
    {
        public static Stop Instance { get; } = new();
    }

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
