using ClusterSim.Core.Input;
using ClusterSim.Sweeps.Distributed;
using ClusterSim.Sweeps.Embedded;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Sweeps;

/// <summary>Runs sweeps. This process owns them, whoever runs their points.</summary>
public sealed class SweepRunner : IDisposable
{
    private readonly IPointWorkers workers;

    private SweepRunner(IPointWorkers workers)
    {
        this.workers = workers;
    }

    /// <summary>Points run in this process. It starts on threads of its own, so make it before you read the sweep.</summary>
    /// <param name="jobs">How many points run at once.</param>
    public static SweepRunner Embedded(int jobs) => new(new EmbeddedWorkers(jobs));

    /// <summary>Points run on the nodes of a cluster.</summary>
    public static SweepRunner Distributed(SweepCluster cluster) => new(new ClusterWorkers(cluster));

    /// <summary>Runs all points of a sweep that are not finished in its folder, and writes its tables.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">Where it is kept; made where there is none.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="observer">Follows it; null: nobody.</param>
    /// <param name="cancellation">Ends it at once. What is finished stays in the folder.</param>
    /// <exception cref="InvalidInputException">Points cannot be simulated, or the folder is in use; nothing ran.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="NoWorkersException">There was nobody to run points; what is finished stays.</exception>
    /// <exception cref="ClusterSim.Cluster.Membership.ClusterFailedException">The cluster cannot be joined; nothing ran.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SweepSummary> RunAsync(
        Sweep sweep, SweepFolder folder, SweepOptions options, ISweepObserver? observer, CancellationToken cancellation)
    {
        var check = new PlanCheck(sweep.Plan, sweep.Traces);
        var ids = check.Identify(cancellation);
        folder.Create();
        using var gate = FolderLock.Take(folder.Lock);
        using var journal = PointJournal.Open(folder.Journal);
        journal.Expect(ids.Count);
        SafeFile.Write(folder.Definition, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(sweep.Plan.Definition.Yaml)));
        PlanFile.Write(folder.Plan, sweep.Plan, ids);
        var job = new SweepJob
        {
            Plan = sweep.Plan,
            Ids = ids,
            Journal = journal,
            Failures = new FailedPoints(folder.Failed),
            States = PointStates.Of(ids, journal, options.RetryFailed),
            Base = sweep.Plan.Definition.Base.ToYaml(),
            WorkerTimeout = options.WorkerTimeout,
            Observer = observer,
        };
        var open = job.States.Count(state => state == PointState.Open);
        var before = Enumerable.Range(0, ids.Count).Count(point => job.States[point] != PointState.Open && journal.Contains(ids.Run(point)));
        if (open > 0)
        {
            await workers.RunAsync(sweep, check.Files, job, cancellation).ConfigureAwait(false);
        }

        journal.Flush();
        await TableWriter.WriteAsync(folder, journal).ConfigureAwait(false);
        var failed = Enumerable.Range(0, ids.Count).Count(point => journal.HasFailed(ids.Run(point)));
        return new(ids.Count, failed, before, journal.Damage is { } damage ? [damage] : []);
    }

    /// <summary>Ends what it started, and does not wait for it.</summary>
    public void Dispose() => workers.Dispose();
}
