using Akka.Actor;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Running;

/// <summary>
/// Owns a sweep: hands points to workers, and keeps what they answer in the journal. What it decides, <see cref="PointBook{TWorker}"/>
/// decides; what it alone knows is who sends what to whom.
/// </summary>
internal sealed class SweepOwner : UntypedActor, IWithTimers
{
    // As many cores as the file of a node may name.
    private const int MostSlots = 4_096;

    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(500);

    private readonly SweepJob job;
    private readonly PointBook<IActorRef> book;
    private readonly PointId baseId;

    // Why workers have left: said until it is answered, and again by nodes that try again, and told once.
    private readonly HashSet<string> reasons = new(StringComparer.Ordinal);
    private readonly int before;
    private long? aloneSince;

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
        EndIfComplete();
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
                OnFinished(finished);
                break;
            case WorkerHolds holds:
                OnHolds(holds);
                break;
            case WorkerLeaves leaves:
                OnLeaves(leaves);
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
        book.Join(Sender, joined.Node, Math.Clamp(joined.Slots, 1, MostSlots));

        // Who joins again has got nothing that was sent.
        Hand(Sender, book.Compare(Sender, []));
        TopUp(Sender);
        Report();
    }

    private void OnFinished(PointFinished finished)
    {
        if (finished.Next is { } next)
        {
            book.Start(Sender, next.Point, next.Attempt);
        }

        if (book.Assemble(Sender, finished) is { } result)
        {
            if (book.Finish(Sender, result.Point, result.Attempt, result.Error is not null))
            {
                Keep(result);
            }

            Answer(result);
            Report();
            EndIfComplete();
        }
    }

    private void OnHolds(WorkerHolds holds)
    {
        Hand(Sender, book.Compare(Sender, holds.Points));
        if (book.Workers.TryGetValue(Sender, out var hand))
        {
            hand.Computed = TimeSpan.FromMilliseconds(holds.ComputedMs);
        }
    }

    private void OnLeaves(WorkerLeaves leaves)
    {
        if (leaves.Reason.Length > 0 && reasons.Add(leaves.Reason))
        {
            job.Observer?.Note(leaves.Reason);
        }

        Context.Unwatch(Sender);
        book.Leave(Sender);
        Sender.Tell(new SweepEnds());
        TopUpAll();
        Report();
    }

    private void OnLost(IActorRef worker)
    {
        if (!book.Workers.TryGetValue(worker, out var hand))
        {
            return;
        }

        job.Observer?.Note($"Node {hand.Node} was lost. Of its points, {hand.Points.Count} are to be run elsewhere.");
        foreach (var (point, attempt, error) in book.Lose(worker))
        {
            Keep(new PointResult { Point = point, Attempt = attempt, Node = hand.Node, Error = error });
        }

        TopUpAll();
        Report();
        EndIfComplete();
    }

    private void OnTick()
    {
        job.Journal.Flush();
        Report();
        if (Waiting() is { } waiting && waiting.Waited >= waiting.Most)
        {
            throw new NoWorkersException(
                $"No worker was there for {Bound(waiting.Most)}. What is finished is kept: start nodes, and resume the sweep.");
        }

        AwaitTick();
    }

    private void Keep(PointResult result)
    {
        var run = job.Ids.Run(result.Point);
        job.Failures?.Keep(run, result.Diagnosis);
        job.Journal.Append(new(run, job.Ids.Configuration(result.Point), baseId, job.Plan.Assignments(result.Point), result));
        if (result.Error is { } reason)
        {
            var values = job.Plan.Values(result.Point).Select(value => KeyValuePair.Create(value.Key, value.Value.Label));
            job.Observer?.Failed(new(result.Point, [.. values], result.Node, reason));
        }
    }

    private void TopUpAll()
    {
        foreach (var worker in book.Workers.Keys.ToArray())
        {
            TopUp(worker);
        }
    }

    private void TopUp(IActorRef worker) => Hand(worker, book.TopUp(worker));

    private void Hand(IActorRef worker, IReadOnlyList<Handout> handouts)
    {
        foreach (var points in WorkOf(handouts))
        {
            worker.Tell(new PointsHanded(points, []));
        }
    }

    // What is kept travels with the points that there is room for now.
    private void Answer(PointResult result)
    {
        PointKept[] kept = [new(result.Point, result.Attempt)];
        foreach (var points in WorkOf(book.TopUp(Sender)).DefaultIfEmpty([]))
        {
            Sender.Tell(new PointsHanded(points, kept));
            kept = [];
        }
    }

    private IEnumerable<PointWork[]> WorkOf(IReadOnlyList<Handout> handouts) =>
        WorkParts.Of(handouts.Select(one => new PointWork(one.Point, one.Attempt, job.Plan.Assignments(one.Point))));

    private void Report() => job.Observer?.Report(new(
        book.Done,
        book.Failed,
        book.Total,
        before,
        [.. book.Workers.Values.Select(hand => hand.Load)],
        Waiting()));

    private WorkerWait? Waiting()
    {
        if (book.Workers.Count > 0)
        {
            aloneSince = null;
            return null;
        }

        aloneSince ??= job.Clock.GetTimestamp();
        return new(job.Clock.GetElapsedTime(aloneSince.Value), job.WorkerTimeout);
    }

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

    private static string Bound(TimeSpan time) => time.TotalMinutes < 1 ? $"{time.TotalSeconds:0.#} s" : $"{time.TotalMinutes:0.#} min";

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
