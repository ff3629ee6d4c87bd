using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Hosting.Simulation;
using ClusterSim.Tracing;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Tracing;

public sealed class TracedRunTests
{
    private const long NoCause = -1;

    private static Experiment Ring
    {
        get
        {
            var graph = new TestGraph();
            graph.Collective(CollectiveKind.AllReduce, 4_000);
            return TestExperiment.On("Ring", 4).Executing(graph.Build());
        }
    }

    [Fact]
    public Task Run_AnyExperiment_GivesTheSameBytesOnEveryEngine() =>
        RandomExperiment.Any.SampleAsync(CheckAsync, iter: 25, threads: 2);

    // Links without latency, over which one NPU handles a chunk while the other one still sends.
    [Fact]
    public Task Run_WhoseChunksArriveAtOnce_GivesTheSameBytesOnEveryEngine() =>
        RandomExperiment.Any.SampleAsync(CheckAsync, seed: "dSyJZcfq-V65", iter: 1, threads: 1);

    [Fact]
    public async Task Run_Traced_FindsWhatTheRunWithoutFinds()
    {
        var traced = await TracedExperiment.RunAsync(Ring, EngineMatrix.All[0]);
        var plain = await EngineMatrix.RunAsync(Ring, TestContext.Current.CancellationToken);

        Assert.Equal((plain.Digest, plain.Events, plain.End), (traced.Result.Digest, traced.Result.Events, traced.Result.End));
    }

    [Fact]
    public async Task Run_ACollective_TellsWhatEachChunkBelongsTo()
    {
        var messages = (await TracedExperiment.RunAsync(Ring, EngineMatrix.All[0])).Messages;

        var chunks = Rows(messages).Where(row => messages["kind"][row] == (int)MessageKind.Chunk).ToArray();
        Assert.All(chunks, row => Assert.Equal((1, 0, 0), (messages["node"][row], messages["collective"][row], messages["stream"][row])));
        Assert.Equal([0, 1, 2, 3, 4, 5], chunks.Select(row => messages["step"][row]).Distinct().Order());
    }

    // Each actor has one link, and all chunks are of one size: the first of a link does not wait, and shows how long one takes.
    [Fact]
    public async Task Run_OfChunksThatWait_TellsHowManyDidAtOnce()
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllToAll, 400_000);
        var run = await TracedExperiment.RunAsync(TestExperiment.On("Switch", 4).Using("direct").Executing(graph.Build()), EngineMatrix.All[0]);

        var messages = run.Messages;
        var expected = Rows(messages)
            .Where(row => messages["from_actor"][row] >= run.Result.Npus.Count && messages["kind"][row] == (int)MessageKind.Chunk)
            .GroupBy(row => messages["from_actor"][row], row => (Sent: messages["sent_ns"][row], Delivered: messages["delivered_ns"][row]))
            .OrderBy(link => link.Key)
            .Select(link => MostWaiting([.. link], link.Min(chunk => chunk.Delivered - chunk.Sent)));
        Assert.Equal(expected, run.Links["peak_queue"]);
        Assert.NotEqual(0, run.Links["peak_queue"].Max());
    }

    [Theory]
    [InlineData("npu/2", 2)]
    [InlineData("link/*", 4)]
    public async Task Run_OfSomeActors_KeepsTheirMessages(string pattern, int anActor)
    {
        var traced = await TracedExperiment.RunAsync(Ring, EngineMatrix.All[0], new TraceFilter { Actors = [pattern] });

        var messages = traced.Messages;
        Assert.Contains(anActor, messages["to_actor"]);
        Assert.All(Rows(messages), row => Assert.True(
            anActor == 4 ? messages["from_actor"][row] >= 4 || messages["to_actor"][row] >= 4 : messages["from_actor"][row] == 2 || messages["to_actor"][row] == 2));
        Assert.Equal((traced.Result.Events, messages.Rows), (traced.Summary.MessagesSent, (int)traced.Summary.Messages));
    }

    [Fact]
    public async Task Run_OfATime_KeepsWhatWasUnderWay()
    {
        var filter = new TraceFilter { From = new SimTime(1_000), To = new SimTime(2_000), Kinds = [MessageKind.Chunk] };
        var messages = (await TracedExperiment.RunAsync(Ring, EngineMatrix.All[0], filter)).Messages;

        Assert.NotEqual(0, messages.Rows);
        Assert.All(Rows(messages), row => Assert.True(messages["sent_ns"][row] < 2_000 && messages["delivered_ns"][row] >= 1_000));
        Assert.All(messages["kind"], kind => Assert.Equal((int)MessageKind.Chunk, kind));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.25)]
    [InlineData(0.9)]
    public async Task Run_OfASample_KeepsAboutThatShareOfWays(double share)
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllToAll, 64_000);
        var experiment = TestExperiment.On("Ring", 48).Executing(graph.Build());

        var all = await TracedExperiment.RunAsync(experiment, EngineMatrix.All[0]);
        var sample = await TracedExperiment.RunAsync(experiment, EngineMatrix.All[0], new TraceFilter { Sample = share });

        // Four standard deviations.
        var ways = WaysOf(all).Values.Distinct().Count();
        var spread = 4 * Math.Sqrt(share * (1 - share) / ways);
        Assert.InRange((double)WaysOf(sample).Values.Distinct().Count() / ways, share - spread, share + spread);
    }

    [Fact]
    public Task Run_OfASample_KeepsWholeWaysOnEveryEngine() => Gen.Select(RandomExperiment.Any, Gen.Double[0.05, 0.95]).SampleAsync(
        async (experiment, share) =>
        {
            var filter = new TraceFilter { Sample = share };
            var all = WaysOf(await TracedExperiment.RunAsync(experiment, EngineMatrix.All[0]));
            var sample = await TracedExperiment.RunAsync(experiment, EngineMatrix.All[0], filter);

            var kept = sample.Messages["id"].ToHashSet();
            var keptWays = kept.Select(id => all[id]).ToHashSet();
            Assert.Equal(all.Where(message => keptWays.Contains(message.Value)).Select(message => message.Key).ToHashSet(), kept);
            Assert.Equal(sample.Bytes, (await TracedExperiment.RunAsync(experiment, EngineMatrix.All[2], filter)).Bytes);
            Assert.Equal(sample.Bytes, (await TracedExperiment.RunOnTwoHostsAsync(experiment, filter)).Bytes);
        },
        iter: 25,
        threads: 2);

    [Fact]
    public async Task Run_OfAnActorThatThereIsNot_NamesTheNearest()
    {
        var failure = await Assert.ThrowsAsync<InvalidInputException>(
            () => TracedExperiment.RunAsync(Ring, EngineMatrix.All[0], new TraceFilter { Actors = ["npu/9"] }));

        Assert.Contains("'npu/9' means no actor of this run.", failure.Message, StringComparison.Ordinal);
    }

    // By the id of each message, the id of the one that began its way: what an NPU sent, or what has no cause here.
    private static Dictionary<long, long> WaysOf(TracedExperiment run)
    {
        var messages = run.Messages;
        var ways = new Dictionary<long, long>();
        foreach (var row in Rows(messages))
        {
            var id = messages["id"][row];
            ways.Add(id, messages["from_actor"][row] >= run.Result.Npus.Count && ways.TryGetValue(messages["cause"][row], out var way) ? way : id);
        }

        return ways;
    }

    private static async Task CheckAsync(Experiment experiment)
    {
        var first = await TracedExperiment.RunAsync(experiment, EngineMatrix.All[0]);
        CheckSums(first);
        CheckCauses(first.Messages);
        foreach (var options in EngineMatrix.All.Skip(1))
        {
            Assert.Equal(first.Bytes, (await TracedExperiment.RunAsync(experiment, options)).Bytes);
        }

        Assert.Equal(first.Bytes, (await TracedExperiment.RunOnTwoHostsAsync(experiment)).Bytes);
    }

    private static void CheckSums(TracedExperiment run)
    {
        var messages = run.Messages;
        var npus = run.Result.Npus.Count;
        var chunks = Rows(messages).Where(row => messages["kind"][row] == (int)MessageKind.Chunk).ToArray();
        var sent = chunks.Where(row => messages["from_actor"][row] < npus).ToArray();
        var arrived = chunks.Where(row => messages["to_actor"][row] < npus).ToArray();
        Assert.Equal((run.Result.Events, true), (messages.Rows, run.Summary.IsComplete));
        Assert.Equal(run.Result.Messages, sent.Length);
        Assert.Equal(sent.Sum(row => messages["bytes"][row]), arrived.Sum(row => messages["bytes"][row]));
        if (run.Summary.Links > 0)
        {
            Assert.Equal(run.Result.Hops, chunks.Length - sent.Length);
        }
    }

    // Rows stand in order, and each behind its cause.
    private static void CheckCauses(ParquetNumbers messages)
    {
        var delivered = new Dictionary<long, (long Time, long Actor)>();
        for (var row = 0; row < messages.Rows; row++)
        {
            Assert.True(row == 0 || messages["sent_ns"][row - 1] <= messages["sent_ns"][row]);
            if (messages["cause"][row] == NoCause)
            {
                Assert.Equal((int)MessageKind.Start, messages["kind"][row]);
            }
            else
            {
                Assert.Equal((messages["sent_ns"][row], messages["from_actor"][row]), delivered[messages["cause"][row]]);
            }

            delivered.Add(messages["id"][row], (messages["delivered_ns"][row], messages["to_actor"][row]));
        }
    }

    private static long MostWaiting((long Sent, long Delivered)[] chunks, long duration) =>
        chunks.Max(chunk => chunks.Count(other => other.Sent <= chunk.Sent && other.Delivered - duration > chunk.Sent));

    private static IEnumerable<int> Rows(ParquetNumbers messages) => Enumerable.Range(0, messages.Rows);
}
