using Akka.Actor;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Sweeps;

/// <summary>
/// Runs sweeps in this process. It starts on threads of its own, so make it before you read the sweep.
/// </summary>
public sealed class SweepRunner : IDisposable
{
    private readonly Simulator simulator = new();
    private readonly Task<ActorSystem> starting = Task.Run(EmbeddedSystem.Start);

    /// <summary>Runs all points of a sweep that are not finished in its folder, and writes its tables.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">Where it is kept; made where there is none.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="progress">Told how far it is; null: nobody.</param>
    /// <param name="cancellation">Ends it at once. What is finished stays in the folder.</param>
    /// <exception cref="InvalidInputException">Points cannot be simulated, or the folder is in use; nothing ran.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SweepSummary> RunAsync(
        Sweep sweep, SweepFolder folder, SweepOptions options, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        var ids = new PlanCheck(sweep.Plan, sweep.Traces).Identify(cancellation);
        folder.Create();
        using var gate = FolderLock.Take(folder.Lock);
        using var journal = PointJournal.Open(folder.Journal);
        SafeFile.Write(folder.Definition, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(sweep.Plan.Definition.Yaml)));
        PlanFile.Write(folder.Plan, sweep.Plan, ids);

        var states = States(ids, journal, options.RetryFailed);
        var open = states.Count(state => state == PointState.Open);
        if (open > 0)
        {
            var job = new SweepJob { Plan = sweep.Plan, Ids = ids, Journal = journal, States = states, Base = sweep.Plan.Definition.Base.ToYaml(), Progress = progress };
            await RunAsync(sweep, job, options.Jobs, cancellation).ConfigureAwait(false);
        }

        journal.Flush();
        await TableWriter.WriteAsync(folder, journal).ConfigureAwait(false);
        var failed = Enumerable.Range(0, ids.Count).Count(point => journal.HasFailed(ids.Run(point)));
        return new(ids.Count, failed, ids.Count - open, journal.Damage is { } damage ? [damage] : []);
    }

    /// <summary>Ends the actor systems, once they have started; does not wait for them.</summary>
    public void Dispose()
    {
        simulator.Dispose();
        _ = starting.ContinueWith(
            started => _ = started.Result.Terminate(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    private async Task RunAsync(Sweep sweep, SweepJob job, int slots, CancellationToken cancellation)
    {
        var node = Environment.MachineName;
        await EmbeddedRun.RunAsync(
            await starting.ConfigureAwait(false),
            job,
            node,
            slots,
            offered => new PointRunner(simulator, sweep.Traces, offered, node, slots),
            cancellation).ConfigureAwait(false);
    }

    // A point that means the same as one before it is not run; both rows show that one's result.
    private static PointState[] States(PointIds ids, PointJournal journal, bool retryFailed)
    {
        var states = new PointState[ids.Count];
        for (var point = 0; point < states.Length; point++)
        {
            var run = ids.Run(point);
            states[point] = !ids.IsFirst(point) ? PointState.Done
                : !journal.Contains(run) ? PointState.Open
                : !journal.HasFailed(run) ? PointState.Done
                : retryFailed ? PointState.Open
                : PointState.Failed;
        }

        return states;
    }
}
