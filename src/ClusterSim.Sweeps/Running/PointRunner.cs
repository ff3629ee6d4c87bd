using System.Diagnostics;
using ClusterSim.Cluster.Experiments;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Core;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Diagnosis;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Sweeps.Running;

/// <summary>Simulates points, each in one partition: as many of them at once as there are cores use these best.</summary>
internal sealed class PointRunner : IPointRunner
{
    private const int LongestError = 8_192;

    private static readonly RunOptions Options = new() { Partitions = 1 };

    private readonly PointRunnerSetup setup;
    private readonly EffectiveDocument document;
    private readonly ExperimentInputs? inputs;

    /// <param name="setup">What it works with.</param>
    /// <param name="document">The experiment that points vary.</param>
    public PointRunner(PointRunnerSetup setup, EffectiveDocument document)
    {
        this.setup = setup;
        this.document = document;
    }

    /// <param name="setup">What it works with.</param>
    /// <param name="inputs">The experiment that points vary, whose traces lie elsewhere; ends with the runner.</param>
    public PointRunner(PointRunnerSetup setup, ExperimentInputs inputs)
        : this(setup, inputs.Document)
    {
        this.inputs = inputs;
    }

    public async Task<PointResult> RunAsync(PointWork work, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var point = PointDocument.Of(document, work.Assignments);
            using var local = inputs is null ? null : await inputs.BringAsync(point, cancellation).ConfigureAwait(false);
            var experiment = (local?.Document ?? point).Load(setup.Traces).Experiment;
            return PointResults.Of(work, setup.Node, await SimulateAsync(experiment, cancellation).ConfigureAwait(false));
        }
        catch (InvalidInputException invalid)
        {
            return Failed(string.Join(' ', invalid.Problems));
        }
        catch (DiagnosedFailureException failed)
        {
            return Failed(failed.Diagnosis.Summary, PointDiagnosis.Of(failed.Diagnosis));
        }
        catch (SimulationFailedException failed)
        {
            return Failed(failed.Message.ReplaceLineEndings(" "));
        }
        catch (InputUnavailableException unavailable)
        {
            throw new WorkerUnfitException($"Node {setup.Node} cannot run points of this sweep. {unavailable.Message}", unavailable);
        }
        catch (Exception unexpected) when (!cancellation.IsCancellationRequested)
        {
            return Failed($"unexpected {unexpected.GetType().Name}: {unexpected.Message.ReplaceLineEndings(" ")}");
        }

        PointResult Failed(string error, string? diagnosis = null) => new()
        {
            Point = work.Point,
            Attempt = work.Attempt,
            Node = setup.Node,
            Error = Shortened(error),
            Diagnosis = diagnosis,
            ElapsedSeconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 6),
        };
    }

    public void Dispose() => inputs?.Dispose();

    // It travels in one message, and is one cell of a table.
    private static string Shortened(string error) =>
        error.Length <= LongestError ? error : $"{error[..LongestError]}... ({error.Length - LongestError:N0} characters more)";

    private async Task<SimulationResult> SimulateAsync(Experiment experiment, CancellationToken cancellation)
    {
        if (!setup.IsBounded)
        {
            using var entry = setup.Memory.Enter(estimate: 0, limit: null, static () => { });
            return await setup.Simulator.RunAsync(experiment, Options, progress: null, cancellation).ConfigureAwait(false);
        }

        using var watch = new LimitWatch(setup, setup.BoundsMemory ? RunEstimator.Of(experiment).Memory.Bytes : 0, cancellation);
        return await watch.RunAsync(token => setup.Simulator.RunAsync(experiment, Options, watch, token)).ConfigureAwait(false);
    }
}
