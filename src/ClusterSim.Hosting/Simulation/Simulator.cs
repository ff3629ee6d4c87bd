using System.Diagnostics;
using ClusterSim.Collectives.Results;
using ClusterSim.Core;
using ClusterSim.Engine;
using ClusterSim.Hosting.Results;

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
        var plan = ExperimentPlan.Of(experiment, ledger);
        var wanted = options.Partitions ?? WorthwhilePartitions(plan.NpuCount);
        var partitions = plan.PartitionsFor(wanted);

        // The first run may have to wait, which takes no time of its own.
        watch.Stop();
        var engine = await starting;
        watch.Start();
        try
        {
            var outcome = await engine.RunAsync(
                plan, partitions, options.Transport, options.SilenceTimeout, ProgressRelay.To(progress, plan.NpuCount), cancellation);
            return ResultBuilder.Build(experiment, ledger, outcome) with
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

    private static int WorthwhilePartitions(int npuCount) =>
        Math.Clamp(npuCount / NpusThatPayForAPartition, 1, Environment.ProcessorCount);

    private static string WhyFewer(SimulationPlan plan, int wanted, int partitions) => plan.Lookahead.Ns <= 0
        ? $"The run took one partition instead of {wanted}: NPUs can reach each other in less than 1 ns."
        : $"The run took {partitions} partitions instead of {wanted}: there are no more NPUs, or nodes that share a memory, to split.";
}
