using Akka.Actor;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Running;

/// <summary>
/// Runs the points that an owner hands out, one in each slot. One actor a node, not one a core: what is in hand waits for whichever
/// slot is free first, so that a slow point holds up none behind it. Keeps nothing that cannot be redone.
/// </summary>
internal sealed class PointWorker : UntypedActor, IDisposable
{
    private readonly IActorRef owner;
    private readonly string node;
    private readonly int slots;
    private readonly Func<SweepOffered, IPointRunner> runnerOf;
    private readonly Queue<PointWork> waiting = new();
    private readonly CancellationTokenSource cancellation = new();
    private IPointRunner? runner;
    private int running;

    /// <param name="owner">Who hands out points.</param>
    /// <param name="node">What tables call this node.</param>
    /// <param name="slots">How many points run at once.</param>
    /// <param name="runnerOf">Runs the points of a sweep.</param>
    public PointWorker(IActorRef owner, string node, int slots, Func<SweepOffered, IPointRunner> runnerOf)
    {
        this.owner = owner;
        this.node = node;
        this.slots = slots;
        this.runnerOf = runnerOf;
    }

    protected override void PreStart() => owner.Tell(new WorkerJoined(node, slots, ProgramVersion.Text));

    protected override void PostStop() => Dispose();

    public void Dispose()
    {
        cancellation.Cancel();
        cancellation.Dispose();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SweepOffered offered:
                runner = runnerOf(offered);
                break;
            case PointsHanded handed:
                Array.ForEach(handed.Points, waiting.Enqueue);
                FillSlots();
                break;
            case PointFinished finished:
                running--;
                owner.Tell(finished);
                FillSlots();
                break;
            case SweepEnds:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void FillSlots()
    {
        while (running < slots && waiting.TryDequeue(out var work))
        {
            running++;
            owner.Tell(new PointStarted(work.Point, work.Attempt));
            _ = RunAsync(runner!, work, Self, cancellation.Token);
        }
    }

    // What is stopped has nobody left to tell.
    private static async Task RunAsync(IPointRunner runner, PointWork work, IActorRef self, CancellationToken cancellation)
    {
        await Task.Yield();
        try
        {
            self.Tell(new PointFinished(await runner.RunAsync(work, cancellation).ConfigureAwait(false)));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }
}
