using ClusterSim.Collectives.Algorithms.Custom;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Graphs;
using ClusterSim.Network.Options;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Network.Fabrics;

public sealed class GraphTests
{
    private const long Bytes = 1000;

    // 4 GPUs behind a switch of 2 bytes/ns and 6 behind one of 4, joined by a cable of 1: each link is paid in full, one after the other.
    [Theory]
    [InlineData(0, 3, 2 * (10 + 500))]
    [InlineData(4, 9, 2 * (5 + 250))]
    [InlineData(1, 8, 10 + 500 + (100 + 1000) + (5 + 250))]
    [InlineData(8, 1, 5 + 250 + (100 + 1000) + (10 + 500))]
    public async Task Send_BetweenFourAndSixNpus_PaysEachLink(int from, int to, long expected)
    {
        var result = await EngineMatrix.RunOnAllAsync(
            TestNetworkGraph.Sending(TestExperiment.OnGraph(FourAndSix()), (from, to, Bytes)), TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Npus[to].Finish.Ns);
    }

    [Fact]
    public async Task Send_OverAsymmetricLinks_PaysEachDirectionByItself()
    {
        var graph = new TestNetworkGraph(2, 0).Link(0, 1, bytesPerNs: 4, latencyNs: 7).Link(1, 0, bytesPerNs: 0.5, latencyNs: 90).Build();

        var result = await EngineMatrix.RunOnAllAsync(
            TestNetworkGraph.Sending(TestExperiment.OnGraph(graph), (0, 1, Bytes), (1, 0, Bytes)), TestContext.Current.CancellationToken);

        // An NPU is through when it has received, and when what it sent has arrived: for both the slower direction.
        Assert.All(result.Npus, npu => Assert.Equal(90 + 2000, npu.Finish.Ns));
    }

    // The direct link is one hop of 100 ns, the way round by the switch two of 10 ns.
    [Theory]
    [InlineData(RouteWeight.Hops, 100 + 1000)]
    [InlineData(RouteWeight.Latency, 2 * (10 + 1000))]
    public async Task Send_OverTheShortestWay_IsByItsWeight(RouteWeight weight, long expected)
    {
        var graph = new TestNetworkGraph(2, 1).Join(0, 1, latencyNs: 100).Join(0, 2).Join(1, 2).Build();

        var result = await EngineMatrix.RunOnAllAsync(
            TestNetworkGraph.Sending(TestExperiment.OnGraph(graph, weight), (0, 1, Bytes)), TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Npus[1].Finish.Ns);
    }

    // Two switches between the same two NPUs. Chunks of one stream share one; the first way is that of the link listed first.
    [Fact]
    public async Task Send_WithoutEcmp_TakesTheWayThatIsListedFirst()
    {
        var graph = new TestNetworkGraph(2, 2).Join(0, 3, latencyNs: 20).Join(0, 2).Join(1, 2).Join(1, 3, latencyNs: 20).Build();

        var result = await EngineMatrix.RunOnAllAsync(
            TestNetworkGraph.Sending(TestExperiment.OnGraph(graph, ways: EqualWays.First), (0, 1, Bytes)), TestContext.Current.CancellationToken);

        Assert.Equal(2 * (20 + 1000), result.Npus[1].Finish.Ns);
    }

    // 64 streams over two ways: all on one would take 64 times as long, equal halves 32 times.
    [Theory]
    [InlineData(EqualWays.ByStream, 32, 48)]
    [InlineData(EqualWays.ByPair, 64, 64)]
    [InlineData(EqualWays.First, 64, 64)]
    public async Task Send_ManyStreams_ShareWaysAsAsked(EqualWays ways, int least, int most)
    {
        const int Streams = 64;
        var graph = new TestNetworkGraph(2, 2).Join(0, 2, bytesPerNs: 1000).Join(0, 3, bytesPerNs: 1000).Join(1, 2).Join(1, 3).Build();

        var result = await EngineMatrix.RunOnAllAsync(AllAtOnce(TestExperiment.OnGraph(graph, ways: ways), Streams), TestContext.Current.CancellationToken);

        Assert.InRange(result.Npus[1].Finish.Ns, least * Bytes, most * Bytes + Bytes);
    }

    [Fact]
    public async Task Send_WithAnotherSeed_TakesAnotherWay()
    {
        var graph = new TestNetworkGraph(2, 2).Join(0, 2).Join(1, 2).Join(0, 3, latencyNs: 20).Join(1, 3, latencyNs: 20).Build();
        var times = new HashSet<long>();
        for (var seed = 0; seed < 16; seed++)
        {
            var experiment = TestNetworkGraph.Sending(TestExperiment.OnGraph(graph, seed: seed), (0, 1, Bytes));
            times.Add((await EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken)).Npus[1].Finish.Ns);
        }

        Assert.Equal([2 * (10 + Bytes), 2 * (20 + Bytes)], times.Order());
    }

    // A fat tree has as many links up as down everywhere, so with all-to-all no more is lost than to collisions; conservation is checked in every run.
    [Fact]
    public async Task Collective_OnAFatTree_IsTheSameOnEveryEngine()
    {
        var terms = new LinkTerms(new Bandwidth(2), 10);
        var tree = GraphCatalog.Find("fat-tree")!.Generate(
            new GraphParameters(new Dictionary<string, int> { [GraphKeys.Arity] = 4 }, [], terms, terms));
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllToAll, 1 << 14);
        graph.Collective(CollectiveKind.AllReduce, 1 << 14);

        var result = await EngineMatrix.RunOnAllAsync(
            TestExperiment.OnGraph(tree).Using("direct").Executing(graph.Build()), TestContext.Current.CancellationToken);

        Assert.Equal(tree.Npus.Count, result.Npus.Count);
    }

    // As logical dimensions of a full mesh, a graph gives what a fully connected network of these dimensions gives.
    [Fact]
    public async Task Collective_OverLogicalDimensions_RunsAsInThoseDimensions()
    {
        var mesh = new TestNetworkGraph(8, 0);
        for (var npu = 0; npu < 8; npu++)
        {
            for (var other = 0; other < npu; other++)
            {
                mesh.Join(npu, other, latencyNs: TestExperiment.LatencyNs);
            }
        }

        var workload = new TestGraph();
        workload.Collective(CollectiveKind.AllReduce, 1 << 14);
        var dimensions = TestExperiment.OnDimensions(NetworkBackend.CongestionAware, ("FullyConnected", 4), ("FullyConnected", 2)).Executing(workload.Build());
        var graph = dimensions with
        {
            Network = new NetworkOptions([], NetworkBackend.CongestionAware)
            {
                Graph = new GraphOptions(mesh.Build(), [4, 2], RouteWeight.Hops, EqualWays.ByStream, 0),
            },
        };

        var expected = await EngineMatrix.RunAsync(dimensions, TestContext.Current.CancellationToken);
        var result = await EngineMatrix.RunAsync(graph, TestContext.Current.CancellationToken);

        Assert.Equal(expected.Npus.Select(npu => npu.Finish), result.Npus.Select(npu => npu.Finish));
    }

    private static NetworkGraph FourAndSix()
    {
        var graph = new TestNetworkGraph(10, 2);
        for (var npu = 0; npu < 10; npu++)
        {
            graph.Join(npu, npu < 4 ? 10 : 11, bytesPerNs: npu < 4 ? 2 : 4, latencyNs: npu < 4 ? 10 : 5);
        }

        return graph.Join(10, 11, bytesPerNs: 1, latencyNs: 100).Build();
    }

    // A custom collective starts all that is ready, so all messages leave together; each has a tag of its own.
    private static Experiment AllAtOnce(Experiment experiment, int messages)
    {
        var sender = new TestGraph();
        var receiver = new TestGraph();
        for (var tag = 0; tag < messages; tag++)
        {
            sender.Send(1, Bytes, tag);
            receiver.Receive(0, Bytes, tag);
        }

        var custom = new CustomAlgorithm("custom", [sender.Build(), receiver.Build()]);
        var workload = new TestGraph();
        workload.Collective(CollectiveKind.AllGather, 2);
        var all = experiment.System.Implementations.ToDictionary(one => one.Key, one => one.Value with { Custom = custom });
        return experiment.With(system => system with { Implementations = all }).Executing(workload.Build());
    }
}
