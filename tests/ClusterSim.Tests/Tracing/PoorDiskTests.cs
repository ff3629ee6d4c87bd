using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Tracing.Files;
using ClusterSim.Tracing;
using Xunit;

namespace ClusterSim.Tests.Tracing;

/// <summary>Runs whose trace goes to a disk that is full, or hangs.</summary>
public sealed class PoorDiskTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);
    private static readonly string[] Tables = ["messages.parquet", "nodes.parquet", "links.parquet", "actors.parquet"];

    private readonly TemporaryFolder folder = new();

    // More messages than are kept in memory.
    private static Experiment Large
    {
        get
        {
            var graph = new TestGraph();
            graph.Collective(CollectiveKind.AllReduce, 1_000_000);
            return TestExperiment.On("Ring", 128).With(system => system with { PreferredDatasetSplits = 8 }).Executing(graph.Build());
        }
    }

    public void Dispose() => folder.Dispose();

    // Full with the first file, and with a row group of messages. What does not fit goes into the spare room, then nodes and links.
    [Theory]
    [InlineData(0, true, false)]
    [InlineData(30_000, false, false)]
    [InlineData(30_000, false, true)]
    public async Task Run_OnAFullDisk_WritesNodesAndLinksAndNoMoreMessages(long room, bool holdsNoMessages, bool onTwoHosts)
    {
        var isFull = false;
        await using var trace = Create(length => Take(ref room, length, ref isFull), Bound);
        await RunAsync(trace, onTwoHosts);
        var summary = await trace.EndAsync();
        await trace.CommitAsync(static _ => Task.CompletedTask);

        Assert.Equal((false, "No space left on device"), (summary.IsComplete, summary.Failure));
        Assert.True(summary.Messages < summary.MessagesWanted);
        Assert.Equal((holdsNoMessages, 128L, 128L, 256L, 256L), (summary.Messages == 0, summary.Nodes, summary.NodesEnded, summary.Links, summary.AllLinks));
        Assert.Equal([summary.Messages, 128, 256, 256], await Task.WhenAll(Tables.Select(RowsAsync)));
        Assert.EndsWith(" messages, all 128 nodes and all 256 links", summary.Holdings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnADiskThatHangs_IsFinishedWithoutItsTrace()
    {
        using var answers = new ManualResetEventSlim();
        await using var trace = Create(_ => answers.Wait(Bound), TimeSpan.FromMilliseconds(100));
        var result = await RunAsync(trace);
        var failure = await Assert.ThrowsAsync<IOException>(trace.EndAsync);
        answers.Set();

        Assert.True(result.End > SimTime.Zero);
        Assert.Equal("The disk took nothing of what was recorded for 0.1 s, so the trace was given up.", failure.Message);
    }

    private static void Take(ref long room, int length, ref bool isFull)
    {
        if (length > room && !isFull)
        {
            isFull = true;
            room = long.MaxValue;
            throw new IOException("No space left on device");
        }

        room -= length;
    }

    private static Task<SimulationResult> RunAsync(RunTrace trace, bool onTwoHosts = false) => onTwoHosts
        ? EngineMatrix.RunOnTwoHostsAsync(Large, trace, TestContext.Current.CancellationToken)
        : EngineMatrix.RunAsync(Large, EngineMatrix.All[0] with { Trace = trace }, TestContext.Current.CancellationToken);

    private RunTrace Create(Action<int> beforeWrite, TimeSpan patience) =>
        RunTrace.Create("--trace", folder.PathOf("trace"), TraceFilter.All, file => new WatchedStream(file, beforeWrite), patience);

    private async Task<long> RowsAsync(string table)
    {
        await using var file = File.OpenRead(Path.Combine(folder.PathOf("trace"), table));
        return (await ParquetNumbers.ReadAsync(file)).Rows;
    }
}
