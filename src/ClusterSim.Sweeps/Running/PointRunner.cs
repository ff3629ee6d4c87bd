using System.Diagnostics;
using ClusterSim.Core;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Sweeps.Running;

/// <summary>Simulates points, each in one partition: as many of them at once as there are cores use these best.</summary>
internal sealed class PointRunner : IPointRunner
{
    private static readonly RunOptions Options = new() { Partitions = 1 };

    private readonly Simulator simulator;
    private readonly TraceCache traces;
    private readonly SweepOffered sweep;
    private readonly string node;
    private readonly MemoryGuard memory;
    private readonly EffectiveDocument document;

    /// <param name="simulator">Runs simulations.</param>
    /// <param name="traces">Keeps what points have in common.</param>
    /// <param name="sweep">What all points have in common.</param>
    /// <param name="node">What results call this node.</param>
    /// <param name="slots">How many points run at once.</param>
    public PointRunner(Simulator simulator, TraceCache traces, SweepOffered sweep, string node, int slots)
    {
        this.simulator = simulator;
        this.traces = traces;
        this.sweep = sweep;
        this.node = node;
        memory = new(sweep.Limits.MemoryBytes, slots);
        document = EffectiveDocument.FromYaml(sweep.Name, sweep.Base);
    }

    public async Task<PointResult> RunAsync(PointWork work, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var experiment = PointDocument.Of(document, work.Assignments).Load(traces).Experiment;
            return PointResults.Of(work, node, await SimulateAsync(experiment, cancellation).ConfigureAwait(false));
        }
        catch (InvalidInputException invalid)
        {
            return Failed(string.Join(' ', invalid.Problems));
        }
        catch (SimulationFailedException failed)
        {
            return Failed(failed.Message.ReplaceLineEndings(" "));
        }
        catch (Exception unexpected) when (!cancellation.IsCancellationRequested)
        {
            return Failed($"unexpected {unexpected.GetType().Name}: {unexpected.Message.ReplaceLineEndings(" ")}");
        }

        PointResult Failed(string error) => new()
        {
            Point = work.Point,
            Attempt = work.Attempt,
            Node = node,
            Error = error,
            ElapsedSeconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 6),
        };
    }

    private async Task<Hosting.Results.SimulationResult> SimulateAsync(Experiment experiment, CancellationToken cancellation)
    {
        if (sweep.Limits == Definition.PointLimits.None)
        {
            return await simulator.RunAsync(experiment, Options, progress: null, cancellation).ConfigureAwait(false);
        }

        using var watch = new LimitWatch(sweep.Limits, memory, sweep.Limits.MemoryBytes is null ? 0 : RunEstimator.Of(experiment).Memory.Bytes, cancellation);
        return await watch.RunAsync(token => simulator.RunAsync(experiment, Options, watch, token)).ConfigureAwait(false);
    }
}
