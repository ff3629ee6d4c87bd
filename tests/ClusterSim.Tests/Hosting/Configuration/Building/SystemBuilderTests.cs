using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class SystemBuilderTests : IDisposable
{
    private const string Algorithms =
        "ring, direct, directW (W: window, such as direct4), halvingDoubling, doubleBinaryTree, "
        + "binomialTree, tree, bruck, hierarchical, dissemination, "
        + "oneRing, oneDirect, oneDirectW (W: window, such as oneDirect4), oneHalvingDoubling, oneDoubleBinaryTree, "
        + "oneBinomialTree, oneTree, oneBruck, oneHierarchical, oneDissemination";

    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void System_WithEveryKey_HasItsValues()
    {
        input.Write("system.json", """
            {
              "scheduling-policy": "EXPLICIT",
              "endpoint-delay": 200,
              "active-chunks-per-dimension": 2,
              "preferred-dataset-splits": 4,
              "all-reduce-implementation": [ "direct4" ],
              "all-gather-implementation": [ "oneRing" ],
              "collective-optimization": "localBWAware",
              "local-mem-bw": 3350,
              "roofline-enabled": 1,
              "peak-perf": 989.5,
              "replay-only": 0,
              "track-local-mem": true
            }
            """);

        string[] options = ["num-queues-per-dim=3", "injection-scale=0.5", "compute-scale=2", "comm-scale=3", "rendezvous-protocol=true"];

        var system = input.Load(options).Experiment.System;

        Assert.Equal(SchedulingPolicy.Explicit, system.SchedulingPolicy);
        Assert.Equal(100, system.EndpointDelay.Ns);
        Assert.Equal(2, system.ActiveChunksPerDimension);
        Assert.Equal(4, system.PreferredDatasetSplits);
        Assert.Equal(3, system.QueuesPerDimension);
        Assert.Equal(CollectiveOptimization.LocalBandwidthAware, system.CollectiveOptimization);
        Assert.Equal(3350, system.LocalMemoryBandwidth.BytesPerNs);
        Assert.True(system.Roofline);
        Assert.Equal(989.5, system.PeakTeraflops);
        Assert.False(system.ReplayOnly);
        Assert.True(system.TrackLocalMemory);
        Assert.True(system.Rendezvous);
        Assert.Equal(2, system.ComputeScale);
        Assert.Equal(3, system.CommunicationScale);
        Assert.Equal("direct4", system.Implementations[CollectiveKind.AllReduce].PerDimension[0].Name);
        Assert.False(system.Implementations[CollectiveKind.AllReduce].SpansSystem);
        Assert.True(system.Implementations[CollectiveKind.AllGather].SpansSystem);
    }

    [Fact]
    public void System_WithRequiredKeysOnly_HasTheDefaultsOfTheModel()
    {
        var system = input.Load().Experiment.System;

        var model = new SystemOptions { Implementations = system.Implementations, LocalMemoryBandwidth = system.LocalMemoryBandwidth };
        Assert.Equal(model with { PerNodeImplementations = system.PerNodeImplementations, Plugins = system.Plugins }, system);
        Assert.Equal(
            "AllReduce ring, AllGather ring, AllToAll ring, ReduceScatter ring, Broadcast binomialTree, Reduce binomialTree, "
            + "Gather binomialTree, Scatter binomialTree, Barrier dissemination",
            string.Join(", ", system.Implementations.Select(kind => $"{kind.Key} {Assert.Single(kind.Value.PerDimension).Name}")));
    }

    [Fact]
    public void EndpointDelay_NotGiven_IsNotScaled() =>
        Assert.Equal(10, input.Load("injection-scale=0.5").Experiment.System.EndpointDelay.Ns);

    [Fact]
    public void EndpointDelay_Scaled_IsTruncated() =>
        Assert.Equal(4, input.Load("system.endpoint-delay=9", "injection-scale=0.5").Experiment.System.EndpointDelay.Ns);

    [Fact]
    public void EndpointDelay_ScaledBeyondTheLimit_IsRefused() => Assert.Equal(
        ["--set injection-scale: An endpoint-delay of 1000000000000 ns becomes 1,000,000,000,000,000,000 ns; the most allowed is 1,000,000,000,000,000."],
        input.Problems("system.endpoint-delay=1000000000000", "injection-scale=1e6"));

    [Theory]
    [InlineData("directW", "Write a number in the place of W: direct4.")]
    [InlineData("oneDirectW", "Write a number in the place of W: oneDirect4.")]
    [InlineData("dirct4", "Did you mean direct?")]
    public void Algorithm_ThatIsNone_IsToldWhatWasMeant(string name, string remedy) => Assert.Equal(
        [$"--set system.all-reduce-implementation[0]: {name} is not allowed: give one of {Algorithms}. {remedy}"],
        input.Problems($"system.all-reduce-implementation=[{name}]"));

    [Theory]
    [InlineData("scheduling-policy=LILO", "LILO is not allowed: give one of LIFO, FIFO, EXPLICIT. Did you mean LIFO?")]
    [InlineData("collective-optimization=local", "local is not allowed: give one of baseline, localBWAware. Did you mean localBWAware?")]
    [InlineData("endpoint-delay=-1", "-1 is not allowed: give a whole number from 0 to 1,000,000,000,000,000 (ns).")]
    [InlineData("endpoint-delay=ten", "ten is no number: give a whole number from 0 to 1,000,000,000,000,000 (ns).")]
    [InlineData("endpoint-delay=99999999999999999999", "99999999999999999999 is not allowed: give a whole number from 0 to "
        + "1,000,000,000,000,000 (ns).")]
    [InlineData("active-chunks-per-dimension=0", "0 is not allowed: give a whole number from 1 to 1,048,576.")]
    [InlineData("preferred-dataset-splits=3000000000", "3000000000 is not allowed: give a whole number from 1 to 1,048,576.")]
    [InlineData("active-chunks-per-dimension=2147483647", "2147483647 is not allowed: give a whole number from 1 to 1,048,576.")]
    [InlineData("peak-perf=1e-9", "1e-9 is not allowed: give a number from 0.000001 to 1,000,000,000,000 (10^12 operations a second).")]
    [InlineData("local-mem-bw=1e-300", "1e-300 is not allowed: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 10^9 bytes).")]
    [InlineData("roofline-enabled=2", "2 is not allowed: give true or false (1 or 0).")]
    [InlineData("local-mem-bw=-1", "-1 is not allowed: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 10^9 bytes).")]
    [InlineData("all-reduce-implementation=ring", "ring is no list: give a list, each entry one of " + Algorithms + ".")]
    [InlineData("model-shared-bus=1", "The shared bus of an NPU (model-shared-bus, with L, o, g and G) is not simulated. Set it to 0, "
        + "or take it away.")]
    public void System_WithOneValueWrong_SaysWhatIsAllowed(string assignment, string problem)
    {
        var key = assignment[..assignment.IndexOf('=', StringComparison.Ordinal)];

        Assert.Contains($"--set system.{key}: {problem}", input.Problems($"system.{assignment}"));
    }

    [Theory]
    [InlineData("rng", "ring")]
    [InlineData("direct0", "direct")]
    [InlineData("oneRng", "oneRing")]
    public void System_WithUnknownAlgorithm_NamesTheAllowedAndTheClosest(string name, string closest) => Assert.Equal(
        [$"--set system.all-reduce-implementation[0]: {name} is not allowed: give one of {Algorithms}. Did you mean {closest}?"],
        input.Problems($"system.all-reduce-implementation=[{name}]"));

    [Fact]
    public void System_WithFewerAlgorithmsThanDimensions_NamesBothNumbers()
    {
        input.Write("network.yml", "topology: [Ring, Switch]\nnpus_count: [4, 2]\nbandwidth: [50, 25]\nlatency: [500, 700]\n");

        Assert.Equal(
            ["--set system.all-gather-implementation: The list has length 1, but the network has 2 dimensions. Give one algorithm a "
                + "dimension, or a single one* algorithm for the whole system."],
            input.Problems("backend=congestion-unaware", "system.all-gather-implementation=[ring]"));
    }

    [Fact]
    public void System_WithOneRingAmongOthers_SaysThatItStandsAlone() => Assert.Equal(
        ["--set system.all-reduce-implementation: oneRing takes the whole system as one dimension, but is one of 2 entries. Give "
            + "oneRing alone, or one algorithm a dimension."],
        input.Problems("system.all-reduce-implementation=[ring, oneRing]"));

    [Fact]
    public void System_WithRooflineButNoPeak_SaysWhatIsMissing() => Assert.Equal(
        ["--set system.roofline-enabled: peak-perf is missing, which the roofline needs: give a number from 0.000001 to 1,000,000,000,000 (10^12 "
            + "operations a second)."],
        input.Problems("system.roofline-enabled=1"));

    [Theory]
    [InlineData("boost-mode", "Every NPU is simulated.")]
    [InlineData("L", "It belongs to model-shared-bus, which is not simulated.")]
    public void System_WithKeyThatMeansNothingHere_NotesIt(string key, string why)
    {
        input.Write("system.json", $$"""{ "local-mem-bw": 1600, "model-shared-bus": 0, "{{key}}": 1 }""");

        Assert.Equal([$"system.json:1 {key}: Without effect. {why}"], input.Load().Notes.Select(input.Shorten));
    }
}
