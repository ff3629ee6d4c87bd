using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tracing;
using Xunit;

namespace ClusterSim.Tests.Tracing;

/// <summary>A run of an experiment with its trace.</summary>
internal sealed record TracedExperiment(SimulationResult Result, TraceSummary Summary, ParquetNumbers Messages, ParquetNumbers Links, string Bytes)
{
    private static readonly string[] Tables = ["messages.parquet", "nodes.parquet", "links.parquet", "actors.parquet"];

    /// <summary>Runs an experiment in a given way.</summary>
    public static Task<TracedExperiment> RunAsync(Experiment experiment, RunOptions options, TraceFilter? filter = null) => RunAsync(
        filter, trace => EngineMatrix.RunAsync(experiment, options with { Trace = trace }, TestContext.Current.CancellationToken));

    /// <summary>Runs an experiment on two hosts.</summary>
    public static Task<TracedExperiment> RunOnTwoHostsAsync(Experiment experiment, TraceFilter? filter = null) =>
        RunAsync(filter, trace => EngineMatrix.RunOnTwoHostsAsync(experiment, trace, TestContext.Current.CancellationToken));

    private static async Task<TracedExperiment> RunAsync(TraceFilter? filter, Func<RunTrace, Task<SimulationResult>> run)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("trace");
        await using var trace = RunTrace.Create("--trace", path, filter ?? TraceFilter.All);
        var result = await run(trace);
        var summary = await trace.EndAsync();
        await trace.CommitAsync(static _ => Task.CompletedTask);
        var bytes = string.Join('\n', Tables.Select(table => Convert.ToBase64String(File.ReadAllBytes(Path.Combine(path, table)))));
        return new TracedExperiment(result, summary, await ReadAsync(path, Tables[0]), await ReadAsync(path, Tables[2]), bytes);
    }

    private static async Task<ParquetNumbers> ReadAsync(string path, string table)
    {
        await using var file = File.OpenRead(Path.Combine(path, table));
        return await ParquetNumbers.ReadAsync(file);
    }
}
