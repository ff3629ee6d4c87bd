using System.Diagnostics;
using ClusterSim.Collectives;
using ClusterSim.Collectives.Results;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core;
using ClusterSim.Engine;
using ClusterSim.Hosting.Results;
using ClusterSim.Network;
using ClusterSim.Network.CongestionAware;

namespace ClusterSim.Hosting.Simulation;

/// <summary>
/// Puts the actors of an experiment together and runs them. Embedded: opens no port, and needs no set-up. Safe to use from
/// several threads; keep one for many runs, since its actor system takes a tenth of a second to start. It starts on a thread
/// of its own, so make the simulator before you read the experiment.
/// </summary>
public sealed class Simulator : IDisposable
{
    // Partitions meet after each window, which takes 2 us: as long as some dozens of NPUs are busy in it.
    private const int NpusThatPayForAPartition = 64;

    private readonly Task<SimulationEngine> starting = Task.Run(() => new SimulationEngine());

    /// <summary>Runs an experiment to its end.</summary>
    /// <param name="experiment">What to simulate.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="progress">Told about twice a second how far the run is; null: nobody.</param>
    /// <param name="cancellation">Ends the run at once.</param>
    /// <exception cref="SimulationFailedException">It is stuck, or an actor failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SimulationResult> RunAsync(
        Experiment experiment, RunOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var ledger = new CollectiveLedger();
        var shape = new SystemShape([.. experiment.Network.Dimensions.Select(dimension => dimension.NpuCount)]);
        var plan = NpuPlanner.Plan(
            experiment.Workload,
            shape,
            experiment.System,
            experiment.RemoteMemory,
            ledger,
            plan => NetworkPlanner.AddTo(plan, experiment.Network));
        var wanted = options.Partitions ?? WorthwhilePartitions(shape.NpuCount);
        var partitions = plan.PartitionsFor(wanted);

        // The first run may have to wait, which takes no time of its own.
        watch.Stop();
        var engine = await starting;
        watch.Start();
        try
        {
            var outcome = await engine.RunAsync(
                plan, partitions, options.Transport, options.SilenceTimeout, Relay.To(progress, shape.NpuCount), cancellation);
            return Result(experiment, ledger, outcome) with
            {
                Elapsed = watch.Elapsed,
                Partitions = partitions,
                Notes = partitions < wanted && options.Partitions is not null ? [WhyFewer(plan, wanted, partitions)] : [],
            };
        }
        catch (SimulationFailedException failure)
        {
            throw OverflowExplanation.Explain(failure);
        }
        catch (OverflowException overflow)
        {
            throw OverflowExplanation.Explain(overflow);
        }
    }

    /// <summary>Ends the actor system, once it has started; does not wait for it.</summary>
    public void Dispose() => _ = starting.ContinueWith(
        started => started.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);

    private static SimulationResult Result(Experiment experiment, CollectiveLedger ledger, EngineResult outcome)
    {
        var reports = outcome.Reports.OfType<NpuReport>().OrderBy(report => report.Npu).ToArray();
        ThrowIfStuck(experiment, reports);
        Conservation.Check(reports, [.. outcome.Reports.OfType<LinkReport>()]);
        return ResultBuilder.Build(experiment, reports, ledger, outcome);
    }

    private static int WorthwhilePartitions(int npuCount) =>
        Math.Clamp(npuCount / NpusThatPayForAPartition, 1, Environment.ProcessorCount);

    private static void ThrowIfStuck(Experiment experiment, IReadOnlyList<NpuReport> reports)
    {
        var stuck = reports.Select(report => report.Stuck).OfType<StuckNpu>().ToArray();
        if (stuck.Length > 0)
        {
            throw new SimulationFailedException(new StuckExplanation(experiment.Workload, experiment.System.QueuesPerDimension).Explain(stuck));
        }
    }

    private static string WhyFewer(SimulationPlan plan, int wanted, int partitions) => plan.Lookahead.Ns <= 0
        ? $"The run took one partition instead of {wanted}: NPUs can reach each other in less than 1 ns."
        : $"The run took {partitions} partitions instead of {wanted}: there are no more NPUs, or nodes that share a memory, to split.";

    private sealed class Relay(IProgress<RunProgress> target, int npuCount) : IProgress<EngineProgress>
    {
        public static Relay? To(IProgress<RunProgress>? target, int npuCount) => target is null ? null : new Relay(target, npuCount);

        public void Report(EngineProgress value) => target.Report(new RunProgress(value.Now, value.Events, value.Completed, npuCount));
    }
}
