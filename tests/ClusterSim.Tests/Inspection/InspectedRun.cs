using ClusterSim.Cli.Output;
using ClusterSim.Core;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Inspection.Reading;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tracing;
using Xunit;

namespace ClusterSim.Tests.Inspection;

/// <summary>A run whose trace is asked.</summary>
internal sealed class InspectedRun : IDisposable
{
    private readonly TemporaryFolder folder;
    private readonly SimulationResult? found;

    private InspectedRun(TemporaryFolder folder, SimulationResult? found, Trace trace)
    {
        this.folder = folder;
        this.found = found;
        Trace = trace;
    }

    public SimulationResult Result => found ?? throw new InvalidOperationException("The run failed.");

    public Trace Trace { get; }

    /// <summary>Runs an experiment and opens its trace.</summary>
    public static async Task<InspectedRun> OfAsync(Experiment experiment, TraceFilter? filter = null)
    {
        var kept = new TemporaryFolder();
        var path = kept.PathOf("trace");
        await using var recorder = RunTrace.Create("--trace", path, filter ?? TraceFilter.All);
        var result = await EngineMatrix.RunAsync(experiment, EngineMatrix.All[0] with { Trace = recorder }, TestContext.Current.CancellationToken);
        var summary = await recorder.EndAsync();
        await recorder.CommitAsync(file => TraceRunFile.WriteAsync(file, experiment.Name, "", (result, null), experiment.Network, recorder.Filter, summary));
        return new InspectedRun(kept, result, await Trace.OpenAsync(path));
    }

    /// <summary>Runs an experiment that fails, and opens its trace.</summary>
    public static async Task<InspectedRun> OfFailingAsync(Experiment experiment)
    {
        var kept = new TemporaryFolder();
        var path = kept.PathOf("trace");
        await using var recorder = RunTrace.Create("--trace", path, TraceFilter.All);
        var options = EngineMatrix.All[0] with { Trace = recorder };
        var failure = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => EngineMatrix.RunAsync(experiment, options, TestContext.Current.CancellationToken));
        var summary = await recorder.EndAsync();
        await recorder.CommitAsync(file => TraceRunFile.WriteAsync(file, experiment.Name, "", (null, failure), experiment.Network, recorder.Filter, summary));
        return new InspectedRun(kept, null, await Trace.OpenAsync(path));
    }

    /// <summary>The whole numbers of <c>messages.parquet</c>.</summary>
    public async Task<ParquetNumbers> ReadMessagesAsync()
    {
        await using var file = File.OpenRead(Path.Combine(Trace.Folder, TraceFiles.Messages));
        return await ParquetNumbers.ReadAsync(file);
    }

    public void Dispose() => folder.Dispose();
}
