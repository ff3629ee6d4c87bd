using Akka.Actor;
using ClusterSim.Cluster.Services;

namespace ClusterSim.Sweeps.Running;

/// <summary>
/// Runs the points that an owner hands out, one in each slot. One actor a node, not one a core: what is in hand waits for whichever
/// slot is free first, so that a slow point holds up none behind it. Keeps nothing that cannot be redone.
/// </summary>
/// <remarks>
/// Messages may be lost where a connection breaks and comes back. So what the worker says is said again until it is answered, and it says
/// now and then what it has.
/// </remarks>
internal sealed class PointWorker : UntypedActor, IWithTimers, IDisposable
{
    private readonly IActorRef owner;
    private readonly WorkerSetup setup;
    private readonly WorkerBook book;
    private readonly WorkerSlots slots;
    private readonly CancellationTokenSource cancellation = new();
    private IPointRunner? runner;
    private bool isKnown;
    private string? leaves;

    /// <param name="owner">Who hands out points.</param>
    /// <param name="setup">What it works with.</param>
    public PointWorker(IActorRef owner, WorkerSetup setup)
    {
        this.owner = owner;
        this.setup = setup;
        book = new(setup.Slots.Slots);
        slots = new(setup.Slots);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Context.Watch(owner);
        _ = PrepareAsync(setup, Self, cancellation.Token);
        AwaitTick();
    }

    /// <summary>Akka does it when the actor has stopped.</summary>
    public void Dispose()
    {
        cancellation.Cancel();
        cancellation.Dispose();
        slots.Close();
        runner?.Dispose();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Prepared prepared:
                runner = prepared.Runner;
                Join();
                break;
            case PointsHanded handed:
                OnHanded(handed);
                break;
            case Started started:
                book.Start(started.Point);
                break;
            case Finished finished:
                OnFinished(finished.Result);
                break;
            case Leave leave:
                leaves ??= leave.Reason;
                TellLeaving();
                break;
            case DescribeWork:
                Sender.Tell(new WorkDescription(book.Describe()));
                break;
            case Tick:
                OnTick();
                AwaitTick();
                break;
            case SweepEnds or Terminated:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void OnHanded(PointsHanded handed)
    {
        isKnown = true;
        Array.ForEach(handed.Kept, kept => book.Forget(kept.Point, kept.Attempt));
        Array.ForEach(handed.Points, book.Take);
        FillSlots();
    }

    // The slot goes on with the next point, and what ended and what began is told in one message, unless another sweep waits for it.
    private void OnFinished(PointResult result)
    {
        book.Finish(result);
        var next = leaves is null && !slots.AreWaitedFor ? book.Next() : null;
        if (next is null)
        {
            slots.Release();
        }
        else
        {
            book.Start(next.Point);
            _ = RunAsync(runner!, next, setup, slots, Self, cancellation.Token);
        }

        Tell(result, next is null ? null : new(next.Point, next.Attempt));
        FillSlots();
    }

    private void Join() => owner.Tell(new WorkerJoined(setup.Node, setup.Slots.Slots));

    // The owner ends the worker then: until that, the leaving may not have come there.
    private void TellLeaving()
    {
        cancellation.Cancel();
        owner.Tell(new WorkerLeaves(leaves!));
    }

    private void OnTick()
    {
        if (leaves is not null)
        {
            TellLeaving();
        }
        else if (isKnown)
        {
            owner.Tell(new WorkerHolds(book.Held(), (long)Environment.CpuUsage.TotalTime.TotalMilliseconds));
            book.Unkept().ForEach(result => Tell(result, next: null));
        }
        else if (runner is not null)
        {
            Join();
        }
    }

    private void FillSlots()
    {
        while (leaves is null && book.Next() is { } work)
        {
            _ = StartAsync(runner!, work, setup, slots, owner, Self, cancellation.Token);
        }
    }

    private void Tell(PointResult result, PointStarted? next)
    {
        foreach (var part in ResultParts.Of(result, next))
        {
            owner.Tell(part);
        }
    }

    private void AwaitTick() => Timers.StartSingleTimer(Tick.Instance, Tick.Instance, setup.Interval);

    // What is stopped has nobody left to tell.
    private static async Task PrepareAsync(WorkerSetup setup, IActorRef self, CancellationToken cancellation)
    {
        try
        {
            var prepared = await setup.Prepare(cancellation).ConfigureAwait(false);
            if (cancellation.IsCancellationRequested)
            {
                prepared.Dispose();
            }
            else
            {
                self.Tell(new Prepared(prepared));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception unfit)
        {
            self.Tell(new Leave(WhyUnfit(setup, unfit)));
        }
    }

    private static async Task StartAsync(
        IPointRunner runner, PointWork work, WorkerSetup setup, WorkerSlots slots, IActorRef owner, IActorRef self, CancellationToken cancellation)
    {
        try
        {
            if (!await slots.TakeAsync(cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        self.Tell(new Started(work.Point));
        owner.Tell(new PointStarted(work.Point, work.Attempt), self);
        await RunAsync(runner, work, setup, slots, self, cancellation).ConfigureAwait(false);
    }

    // Has a slot, which the actor takes over with the result.
    private static async Task RunAsync(
        IPointRunner runner, PointWork work, WorkerSetup setup, WorkerSlots slots, IActorRef self, CancellationToken cancellation)
    {
        await Task.Yield();
        try
        {
            self.Tell(new Finished(await runner.RunAsync(work, cancellation).ConfigureAwait(false)));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            slots.Release();
        }
        catch (Exception unfit)
        {
            slots.Release();
            self.Tell(new Leave(WhyUnfit(setup, unfit)));
        }
    }

    // A runner makes results of what is wrong with points; what else goes wrong is the node's.
    private static string WhyUnfit(WorkerSetup setup, Exception error) =>
        error is WorkerUnfitException ? error.Message : $"Node {setup.Node} cannot run points: {error.Message}";

    /// <summary>Makes the worker give back what it has.</summary>
    /// <param name="Reason">As in <see cref="WorkerLeaves"/>.</param>
    internal sealed record Leave(string Reason);

    private sealed record Prepared(IPointRunner Runner);

    private sealed record Started(int Point);

    private sealed record Finished(PointResult Result);

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
