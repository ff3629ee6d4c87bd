using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Inspection.Paths;
using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Use;
using ClusterSim.Inspection.Waits;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Hosting.Simulation;
using ClusterSim.Tracing;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Inspection;

/// <summary>What a trace answers agrees with itself and with the run.</summary>
public sealed class InspectionTests
{
    [Fact]
    public Task Trace_OfAnyExperiment_AddsUp() => RandomExperiment.Any.SampleAsync(CheckAsync, iter: 40, threads: 2);

    [Fact]
    public async Task Why_OfAFilteredTrace_SaysWhatIsMissing()
    {
        using var run = await InspectedRun.OfAsync(Ring(), new TraceFilter { Kinds = [MessageKind.DelaysEnd] });

        var failure = await Assert.ThrowsAsync<InvalidInputException>(() => CriticalPath.OfRunAsync(run.Trace, "WHAT"));

        Assert.Contains("Filters left messages out. Record the run without filters.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_OfAFilteredTrace_AreRefused()
    {
        using var run = await InspectedRun.OfAsync(Ring(), new TraceFilter { Kinds = [MessageKind.Chunk] });

        var failure = await Assert.ThrowsAsync<InvalidInputException>(() => WaitTable.OfAsync(run.Trace));

        Assert.Contains("Who waited for whom is not known. Filters left messages out. Record the run without filters.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actors_OfAFilteredTrace_AreCountedAndNotBusy()
    {
        using var run = await InspectedRun.OfAsync(Ring(), new TraceFilter { Actors = ["npu/1"] });

        var actors = await ActorUse.OfAsync(run.Trace);

        Assert.All(actors, actor => Assert.Null(actor.BusyNs));
        Assert.NotEqual(0, actors[1].Sent);
        Assert.Contains(run.Trace.Notes, note => note.Contains("how long actors were busy is left out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_WhereSeveralNodesEndLast_SaysSo()
    {
        using var run = await InspectedRun.OfAsync(Ring());

        var path = await CriticalPath.OfRunAsync(run.Trace, "WHAT");

        Assert.EndsWith(" on npu/0, one of 4 nodes that ended last, at the same time", path.EndText, StringComparison.Ordinal);
        Assert.Equal("npu/0, one of 4 NPUs that finished last, at the same time", run.Trace.Run.Figures!.SlowestText);
    }

    [Fact]
    public async Task Why_WhereOneNodeEndsLast_NamesIt()
    {
        using var run = await InspectedRun.OfAsync(TestExperiment.On("Ring", 4).Executing(npu =>
        {
            var graph = new TestGraph();
            graph.Compute(1 + npu);
            return graph.Build();
        }));

        var path = await CriticalPath.OfRunAsync(run.Trace, "WHAT");

        Assert.EndsWith(" on npu/3, the last node of the run", path.EndText, StringComparison.Ordinal);
        Assert.Equal("npu/3, which finished last", run.Trace.Run.Figures!.SlowestText);
    }

    [Fact]
    public async Task Actor_MisspeltName_NamesTheNearest()
    {
        using var run = await InspectedRun.OfAsync(Ring());

        var failure = Assert.Throws<InvalidInputException>(() => run.Trace.ActorOf("ACTOR", "npu3"));

        Assert.Contains("Did you mean npu/3?", failure.Message, StringComparison.Ordinal);
    }

    private static Experiment Ring()
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllReduce, 4_000);
        return TestExperiment.On("Ring", 4).Executing(graph.Build());
    }

    private static async Task CheckAsync(Experiment experiment)
    {
        using var run = await InspectedRun.OfAsync(experiment);
        var messages = await run.ReadMessagesAsync();
        await CheckCriticalPathAsync(run);
        await CheckWaitsAsync(run, messages);
        await CheckActorsAsync(run, messages);
        await CheckChunksAsync(run, messages);
    }

    private static async Task CheckCriticalPathAsync(InspectedRun run)
    {
        var nodes = await run.Trace.ReadNodesAsync();
        if (nodes.Count == 0)
        {
            return;
        }

        var path = await CriticalPath.OfRunAsync(run.Trace, "WHAT");
        Assert.Equal(run.Result.Npus.Max(npu => npu.Finish.Ns), path.DurationNs);
        Assert.Equal(MessageRow.NoCause, path.Steps[0].Message.Cause);
        Assert.All(path.Steps, step => Assert.Equal(step.Message.DurationNs, step.Parts.Sum(part => part.Ns)));
        Assert.All(nodes.DistinctBy(node => node.Npu), node => Assert.True(node.StartNs <= node.EndNs));
        foreach (var node in nodes.Take(5))
        {
            Assert.Equal(node.EndNs, (await CriticalPath.OfNodeAsync(run.Trace, "WHAT", node.Npu, $"{node.Node}")).DurationNs);
        }
    }

    private static async Task CheckWaitsAsync(InspectedRun run, ParquetNumbers messages)
    {
        var waited = (await WaitTable.OfAsync(run.Trace)).Ended.ToLookup(wait => wait.Npu, wait => wait.TotalNs);
        foreach (var (npu, result) in run.Result.Npus.Index())
        {
            Assert.Equal(result.Finish.Ns, waited[npu].Sum() + OwnTime(messages, npu, result.Finish.Ns));
        }
    }

    // How long at least one delay of its own was under way until it finished.
    private static long OwnTime(ParquetNumbers messages, int npu, long finish)
    {
        var own = Enumerable.Range(0, messages.Rows)
            .Where(row => messages["from_actor"][row] == npu && messages["to_actor"][row] == npu && messages["sent_ns"][row] <= finish)
            .Where(row => messages["kind"][row] != (int)MessageKind.Delivered)
            .Select(row => (From: messages["sent_ns"][row], To: Math.Min(finish, messages["delivered_ns"][row])))
            .Order();
        var (time, until) = (0L, 0L);
        foreach (var (from, to) in own)
        {
            time += Math.Max(0, to - Math.Max(from, until));
            until = Math.Max(until, to);
        }

        return time;
    }

    private static async Task CheckActorsAsync(InspectedRun run, ParquetNumbers messages)
    {
        var actors = await ActorUse.OfAsync(run.Trace);
        Assert.Equal(messages.Rows, actors.Sum(actor => actor.Sent));
        Assert.Equal(messages.Rows, actors.Sum(actor => actor.Received));
        Assert.Equal(run.Result.Npus.Select(npu => (long?)npu.Gpu.Ns), actors.Take(run.Result.Npus.Count).Select(actor => actor.BusyNs));
    }

    private static async Task CheckChunksAsync(InspectedRun run, ParquetNumbers messages)
    {
        var chunks = Enumerable.Range(0, messages.Rows).Where(row => messages["kind"][row] == (int)MessageKind.Chunk).ToList();
        var (queueing, serialisation) = (0L, 0L);
        foreach (var row in chunks.Where(row => messages["from_actor"][row] < run.Trace.NpuCount).Take(10))
        {
            var path = await ChunkPath.OfAsync(run.Trace, "MESSAGE-ID", messages["id"][row]);
            Assert.True(path.HasArrived);
            Assert.Equal(path.DurationNs, path.Hops.Sum(hop => hop.Parts.QueueingNs + hop.Parts.SerialisationNs + hop.Parts.LatencyNs));
            Assert.Equal(path.Hops, (await ChunkPath.OfAsync(run.Trace, "MESSAGE-ID", path.Hops[^1].Message.Id)).Hops);
        }

        var links = await run.Trace.ReadLinksAsync();
        if (links.Count == 0)
        {
            return;
        }

        foreach (var row in chunks.Where(row => messages["from_actor"][row] >= run.Trace.NpuCount))
        {
            var parts = run.Trace.PartsOf(new MessageRow
            {
                Kind = MessageKind.Chunk,
                From = (int)messages["from_actor"][row],
                To = (int)messages["to_actor"][row],
                SentNs = messages["sent_ns"][row],
                DeliveredNs = messages["delivered_ns"][row],
                Bytes = messages["bytes"][row],
            });
            queueing += parts.QueueingNs;
            serialisation += parts.SerialisationNs;
        }

        Assert.Equal((links.Sum(link => link.WaitingNs), links.Sum(link => link.BusyNs)), (queueing, serialisation));
    }
}
