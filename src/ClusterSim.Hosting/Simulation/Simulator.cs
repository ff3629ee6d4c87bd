using System.Diagnostics;
using Akka.Actor;
using ClusterSim.Collectives.Results;
using ClusterSim.Core;
using ClusterSim.Engine;
using ClusterSim.Hosting.Diagnosis;
using ClusterSim.Hosting.Results;
using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Simulation;

/// <summary>
/// Puts the actors of an experiment together and runs them. Embedded: opens no port, and needs no set-up. Safe to use from
/// several threads; keep one for many runs, since its actor system takes a tenth of a second to start. It starts on a thread
/// of its own, so make the simulator before you read the experiment.
/// </summary>
public sealed class Simulator : IDisposable
{
    private readonly Task<SimulationEngine> starting;

    /// <summary>A simulator with an actor system of its own.</summary>
    public Simulator()
    {
        starting = Task.Run(() => new SimulationEngine());
    }

    /// <summary>A simulator on an actor system of this process that others use too, and that is left to them.</summary>
    public Simulator(Task<ActorSystem> system)
    {
        starting = StartAsync(system);
    }

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
        var diagnostics = FailureDiagnostics.For(experiment, plan);
        var choice = PartitionChoice.Of(plan, options.Partitions, CoresFor(options));

        // The first run may have to wait, which takes no time of its own.
        watch.Stop();
        var engine = await starting;
        watch.Start();
        try
        {
            options.Trace?.Begin(new TracedRun(plan.NpuCount, [.. plan.ActorNames], new WorkloadNodeNames(experiment.Workload)));
            var outcome = await engine.RunAsync(
                plan,
                choice.Partitions,
                options.Transport,
                options.SilenceTimeout,
                options.Trace?.Sink,
                ProgressRelay.To(progress, plan.NpuCount),
                cancellation);
            options.Trace?.AddLinks(TracedLinks.In(outcome.Reports));
            var result = ResultBuilder.Build(experiment, ledger, outcome, diagnostics);
            TracedMemory.AddTo(options.Trace, result);
            return result with
            {
                Elapsed = watch.Elapsed,
                Partitions = choice.Partitions,
                Notes = choice.Notes,
            };
        }
        catch (ActorFailedException failure)
        {
            throw diagnostics.Explain(failure);
        }
        catch (OverflowException overflow)
        {
            throw OverflowExplanation.Explain(overflow);
        }
    }

    private static async Task<SimulationEngine> StartAsync(Task<ActorSystem> system) => new(await system.ConfigureAwait(false));

    // A trace is put in order and written meanwhile, which takes a core of its own.
    private static int CoresFor(RunOptions options) =>
        options.Trace is null ? Environment.ProcessorCount : Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Ends the actor system, once it has started; does not wait for it.</summary>
    public void Dispose() => _ = starting.ContinueWith(
        started => started.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
}
