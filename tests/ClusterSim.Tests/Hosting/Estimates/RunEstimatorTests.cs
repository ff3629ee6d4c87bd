using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Graphs;
using ClusterSim.Network.Options;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Hosting.Estimates;

public sealed class RunEstimatorTests
{
    private const double Mib = 1 << 20;

    // What the published program took on two cores, as a whole process. No test measures it again.
    [Theory]
    [InlineData("Ring", 8, CollectiveKind.AllReduce, "ring", 1, 1, 0.43, 68)]
    [InlineData("Ring", 512, CollectiveKind.AllReduce, "ring", 1, 1, 0.62, 76)]
    [InlineData("Switch", 512, CollectiveKind.AllReduce, "ring", 1, 2, 0.82, 82)]
    [InlineData("FullyConnected", 256, CollectiveKind.AllToAll, "direct", 1, 1, 0.54, 99)]
    [InlineData("FullyConnected", 1024, CollectiveKind.AllGather, "direct", 1, 1, 2.80, 491)]
    [InlineData("FullyConnected", 512, CollectiveKind.AllToAll, "direct4", 1, 1, 1.21, 98)]
    [InlineData("FullyConnected", 1024, CollectiveKind.AllReduce, "halvingDoubling", 1, 1, 1.12, 136)]
    [InlineData("Ring", 256, CollectiveKind.AllToAll, "direct", 1, 1, 1.18, 213)]
    [InlineData("Ring", 4096, CollectiveKind.AllGather, "halvingDoubling", 1, 1, 6.03, 162)]
    [InlineData("Switch", 4096, CollectiveKind.AllReduce, "halvingDoubling", 1, 1, 2.48, 161)]
    [InlineData("Switch", 16384, CollectiveKind.AllReduce, "halvingDoubling", 1, 1, 4.10, 424)]
    [InlineData("Ring", 4, CollectiveKind.AllReduce, "ring", 300_000, 1, 6.66, 364)]
    [InlineData("Ring", 2, CollectiveKind.AllReduce, "ring", 1, 500_000, 6.3, 378)]
    public void Of_MeasuredRun_IsWithinTheStatedFactors(
        string topology, int npus, CollectiveKind kind, string algorithm, int splits, int repeat, double seconds, double mib)
    {
        var size = new ByteSize(splits == 1 ? 1 << 20 : 16 << 20);
        var experiment = TestExperiment.On(topology, npus).Using(algorithm)
            .With(system => system with { PreferredDatasetSplits = splits })
            .Executing(new SingleCollective(kind, size, repeat).ToGraph());

        var estimate = RunEstimator.Of(experiment);

        Assert.InRange(estimate.Time.TotalSeconds, seconds / 3, seconds * 3);
        Assert.InRange(estimate.Memory.Bytes / Mib, mib / 2, mib * 2);
    }

    // As above, as it was compiled for tests: a fat tree of 1,024 NPUs, and several dimensions.
    [Fact]
    public void Of_MeasuredFabric_IsWithinTheStatedFactors()
    {
        var tree = GraphCatalog.Find("fat-tree")!.Generate(
            new GraphParameters(new Dictionary<string, int> { [GraphKeys.Arity] = 16 }, [], new LinkTerms(new Bandwidth(50), 500), default));

        Check(TestExperiment.OnGraph(tree), CollectiveKind.AllReduce, "ring", 3.05, 102);
        Check(TestExperiment.OnGraph(tree, RouteWeight.Latency), CollectiveKind.AllReduce, "ring", 2.83, 116);
        Check(Dimensions(("FullyConnected", 64), ("FullyConnected", 32)), CollectiveKind.AllToAll, "direct", 1.34, 176);
        Check(Dimensions(("Ring", 16), ("Ring", 16), ("Ring", 16)), CollectiveKind.AllReduce, "ring", 1.92, 122);
        Check(Dimensions(("Switch", 32), ("Switch", 32)), CollectiveKind.AllReduce, "ring", 1.58, 82);

        static Experiment Dimensions(params (string, int)[] dimensions) => TestExperiment.OnDimensions(NetworkBackend.CongestionAware, dimensions);

        static void Check(Experiment network, CollectiveKind kind, string algorithm, double seconds, double mib)
        {
            var estimate = RunEstimator.Of(network.Using(algorithm).Executing(new SingleCollective(kind, new ByteSize(1 << 20), 1).ToGraph()));

            Assert.InRange(estimate.Time.TotalSeconds, seconds / 3, seconds * 3);
            Assert.InRange(estimate.Memory.Bytes / Mib, mib / 2, mib * 2);
        }
    }

    [Fact]
    public void Of_WorkloadBeyondAllNumbers_Saturates()
    {
        var graph = new SingleCollective(CollectiveKind.AllReduce, new ByteSize(1L << 40), 1000).ToGraph();
        var experiment = TestExperiment.On("Ring", 1 << 20)
            .With(system => system with { PreferredDatasetSplits = 2_000_000_000 })
            .Executing(graph);

        var estimate = RunEstimator.Of(experiment);

        Assert.Equal(long.MaxValue, estimate.Messages);
        Assert.Equal(TimeSpan.FromDays(100_000), estimate.Time);
        Assert.True(estimate.Memory.Bytes > 1L << 40);
    }

    [Fact]
    public void Of_LargerSystem_TakesMoreOfEverything()
    {
        var small = RunEstimator.Of(AllReduce(8));
        var large = RunEstimator.Of(AllReduce(1024));

        Assert.True(large.Messages > small.Messages);
        Assert.True(large.Memory > small.Memory);
        Assert.True(large.Time > small.Time);
    }

    [Fact]
    public void Of_CollectivesInManyGroupsOfAllNpus_RehearsesThemOnce()
    {
        const int Npus = 8;
        var algorithm = new CountedAlgorithm(CollectiveCatalog.DefaultOf(CollectiveKind.AllReduce));
        var implementation = new CollectiveImplementation([algorithm]);
        var groups = Enumerable.Range(1, 50).Select(id => new ProcessGroup($"{id}", id, [.. Enumerable.Range(0, Npus)])).ToArray();
        var graph = new TestGraph();
        foreach (var group in groups)
        {
            graph.Collective(CollectiveKind.AllReduce, 1 << 20, group.Name);
        }

        var experiment = TestExperiment.On("Ring", Npus)
            .With(system => system with
            {
                Implementations = new Dictionary<CollectiveKind, CollectiveImplementation> { [CollectiveKind.AllReduce] = implementation },
            })
            .Executing(graph.Build())
            .WithGroups(groups);

        RunEstimator.Of(experiment);

        Assert.Equal(Npus, algorithm.Phases);
    }

    // A dragonfly has more ports than NPUs, which are actors, and distances that take 4 bytes for each NPU and device, or 12 by latency.
    [Fact]
    public void Of_AGraph_CountsPortsAndDistances()
    {
        var parameters = new GraphParameters(
            new Dictionary<string, int> { [GraphKeys.NpusPerRouter] = 2, [GraphKeys.RoutersPerGroup] = 8, [GraphKeys.GlobalLinksPerRouter] = 4 }, [], default, default);
        var graph = GraphCatalog.Find("dragonfly")!.Generate(parameters);
        var switched = RunEstimator.Of(TestExperiment.On("Switch", graph.Npus.Count));

        var byHops = RunEstimator.Of(TestExperiment.OnGraph(graph));
        var byLatency = RunEstimator.Of(TestExperiment.OnGraph(graph, RouteWeight.Latency));

        Assert.True(byHops.Memory > switched.Memory);
        Assert.True(byHops.Time > switched.Time);
        Assert.InRange(byLatency.Memory.Bytes - byHops.Memory.Bytes - 8L * graph.Npus.Count * graph.DeviceCount, -1, 1);
    }

    private static Experiment AllReduce(int npuCount)
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllReduce, 1 << 20);
        return TestExperiment.On("Ring", npuCount).Executing(graph.Build());
    }
}
