using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Inspection.Paths;
using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Use;
using ClusterSim.Inspection.Waits;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tracing;
using Xunit;

namespace ClusterSim.Tests.Inspection;

/// <summary>Traces of which files have lost their ends: what is there is read, and what is missing told.</summary>
public sealed class CutTraceTests
{
    // Several row groups of messages.
    private static Experiment Large
    {
        get
        {
            var graph = new TestGraph();
            graph.Compute(1);
            graph.Collective(CollectiveKind.AllReduce, 1_000_000);
            return TestExperiment.On("Ring", 128).With(system => system with { PreferredDatasetSplits = 2 }).Executing(graph.Build());
        }
    }

    private static Experiment Small
    {
        get
        {
            var graph = new TestGraph();
            graph.Collective(CollectiveKind.AllReduce, 4_000);
            return TestExperiment.On("Ring", 4).Executing(graph.Build());
        }
    }

    [Fact]
    public async Task Messages_WithoutTheLastRowGroup_AreReadUpToThere()
    {
        using var run = await InspectedRun.OfAsync(Large);
        var whole = (await WaitTable.OfAsync(run.Trace)).Ended.ToDictionary(wait => (wait.Npu, wait.For));
        var all = await SentByAsync(run.Trace, 0);
        Cut(run.Trace, TraceFiles.Messages, bytes => bytes - (bytes / 8));
        var trace = await Trace.OpenAsync(run.Trace.Folder);

        var waits = (await WaitTable.OfAsync(trace)).Ended;
        var sent = await SentByAsync(trace, 0);
        var early = await CriticalPath.OfNodeAsync(trace, "WHAT", 0, $"{(await trace.ReadNodesAsync())[0].Node}");
        var late = await Assert.ThrowsAsync<InvalidInputException>(() => CriticalPath.OfRunAsync(trace, "WHAT"));

        Assert.Contains(trace.Notes, note => note.StartsWith("messages.parquet is cut off: the first ", StringComparison.Ordinal));
        Assert.InRange(sent.Count, 1, all.Count - 1);
        Assert.Equal(all.Take(sent.Count), sent);
        Assert.NotEmpty(waits);
        Assert.All(waits, wait => Assert.True(whole[(wait.Npu, wait.For)] is var of && wait.TotalNs <= of.TotalNs && wait.Times <= of.Times && wait.LongestNs <= of.LongestNs));
        Assert.Equal(early.End.EndNs, early.DurationNs);
        Assert.Contains("is not in the trace. messages.parquet is cut off.", late.Message, StringComparison.Ordinal);
        Assert.All(await ActorUse.OfAsync(trace), actor => Assert.Null(actor.BusyNs));
    }

    [Fact]
    public async Task Messages_WithoutTheirLastBytes_AreAllThere()
    {
        using var run = await InspectedRun.OfAsync(Small);
        var whole = await WaitTable.OfAsync(run.Trace);
        Cut(run.Trace, TraceFiles.Messages, bytes => bytes - 9);
        var trace = await Trace.OpenAsync(run.Trace.Folder);

        Assert.Equal(whole.Ended, (await WaitTable.OfAsync(trace)).Ended);
        Assert.Equal(run.Trace.Run.EndNs, (await CriticalPath.OfRunAsync(trace, "WHAT")).DurationNs);
        Assert.Contains("messages.parquet is cut off, but all of its rows are there.", trace.Notes);
    }

    [Theory]
    [InlineData(TraceFiles.Messages, "waits actors why")]
    [InlineData(TraceFiles.Nodes, "top why")]
    [InlineData(TraceFiles.Links, "links")]
    [InlineData(TraceFiles.Actors, "actors")]
    [InlineData(TraceFiles.Run, "waits why")]
    [InlineData(TraceFiles.Ends, "")]
    public async Task File_WithoutItsFirstRowGroup_CostsOnlyWhatNeedsIt(string file, string lost)
    {
        using var run = await InspectedRun.OfAsync(Small);
        Cut(run.Trace, file, _ => 20);

        var trace = await Trace.OpenAsync(run.Trace.Folder);
        (string Name, Func<Task> Ask)[] questions =
        [
            ("top", () => NodeTotals.OfAsync(trace)),
            ("waits", () => WaitTable.OfAsync(trace)),
            ("links", trace.ReadLinksAsync),
            ("actors", () => ActorUse.OfAsync(trace)),
            ("why", () => CriticalPath.OfRunAsync(trace, "WHAT")),
        ];
        var failed = new List<string>();
        foreach (var (name, ask) in questions)
        {
            if (await Record.ExceptionAsync(ask) is { } error)
            {
                Assert.Contains(file, Assert.IsType<InvalidInputException>(error).Message, StringComparison.Ordinal);
                failed.Add(name);
            }
        }

        Assert.Equal(lost, string.Join(' ', failed));
    }

    [Fact]
    public async Task Busy_WithoutRunJson_IsThatOfLinksOnly_AndTheReasonIsNoted()
    {
        using var run = await InspectedRun.OfAsync(Small);
        Cut(run.Trace, TraceFiles.Run, bytes => bytes / 2);
        var trace = await Trace.OpenAsync(run.Trace.Folder);

        var actors = await ActorUse.OfAsync(trace);

        Assert.All(actors, actor => Assert.Equal(actor.Actor < trace.NpuCount, actor.BusyNs is null));
        Assert.Contains(trace.Notes, note => note.Contains("run.json: The file is cut off", StringComparison.Ordinal));
    }

    private static void Cut(Trace trace, string name, Func<long, long> length)
    {
        using var file = File.OpenWrite(Path.Combine(trace.Folder, name));
        file.SetLength(length(file.Length));
    }

    private static async Task<List<MessageRow>> SentByAsync(Trace trace, int actor)
    {
        var rows = new List<MessageRow>();
        await foreach (var message in new ActorMessages(trace, actor) { Kinds = [MessageKind.Chunk] }.ReadAsync())
        {
            rows.Add(message);
        }

        return rows;
    }
}
