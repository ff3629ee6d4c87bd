using ClusterSim.AcceptanceTests.CommandLine;
using ClusterSim.Core.Collectives;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

/// <summary>One simulation on two nodes gives what it gives on one machine.</summary>
public sealed class SharedRunTests(SimulationCluster cluster) : IClassFixture<SimulationCluster>
{
    private const int Npus = 6;

    [Theory]
    [InlineData("all-reduce", "[Ring]", "[16]", "ring", "congestion-aware", "2")]
    [InlineData("all-to-all", "[Switch]", "[12]", "direct", "congestion-aware", "5")]
    [InlineData("all-gather", "[FullyConnected]", "[9]", "direct", "congestion-aware", "3")]
    [InlineData("reduce-scatter", "[Ring, Switch]", "[4, 4]", "ring, ring", "congestion-unaware", "2")]
    public void Run_OfACollective_PrintsTheSame(string kind, string topology, string npus, string algorithm, string backend, string partitions)
    {
        var figures = topology.Contains(',', StringComparison.Ordinal) ? ("[50, 50]", "[500, 700]") : ("[50]", "[500]");
        WriteExperiment(
            $$"""
            workload: { collective: {{kind}}, size: 1MiB }
            network: { topology: {{topology}}, npus_count: {{npus}}, bandwidth: {{figures.Item1}}, latency: {{figures.Item2}} }
            system: { {{kind}}-implementation: [{{algorithm}}], preferred-dataset-splits: 4, local-mem-bw: 1600 }
            backend: {{backend}}
            """);

        AssertSame("--partitions", partitions);
    }

    [Fact]
    public void Run_OfTraces_PrintsTheSameAndBringsThemToTheNodes()
    {
        WriteTraces(npu => Pipeline(npu).Build());
        WriteExperiment(TracesOn("", "rendezvous-protocol: true"));
        var before = cluster.CountCachedInputs();

        AssertSame("--partitions", "3");

        // On each of two nodes a trace of each NPU, and the experiment.
        Assert.Equal(2 * (Npus + 1), cluster.CountCachedInputs() - before);
    }

    [Fact]
    public void Run_WithAMemoryPoolAndATimeline_PrintsAndWritesTheSame()
    {
        WriteTraces(npu =>
        {
            var graph = Pipeline(npu);
            graph.Store(2 << 20, graph.Load((1 + npu) << 20));
            return graph.Build();
        });
        WriteExperiment(TracesOn(
            "remote-memory: { memory-type: MEMORY_POOL, remote-mem-latency: 700, remote-mem-bw: 25 }", "", "track-local-mem: 1,"));

        AssertSame("--partitions", "2", "--memory-timeline", "memory.csv");
    }

    [Fact]
    public void Run_ThatIsStuck_SaysTheSame()
    {
        WriteTraces(npu =>
        {
            var graph = Pipeline(npu);
            graph.Receive((npu + 2) % Npus, 77, tag: 5);
            return graph.Build();
        });
        WriteExperiment(TracesOn(""));

        AssertSame("--partitions", "2");
    }

    [Fact]
    public void Run_WithoutANumberOfPartitions_TakesWhatPays()
    {
        WriteExperiment(
            """
            workload: { collective: all-reduce, size: 1MiB }
            network: { topology: [Ring], npus_count: [128], bandwidth: [50], latency: [500] }
            system: { all-reduce-implementation: [ring], local-mem-bw: 1600 }
            """);

        var run = cluster.Run("experiment.yaml");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("partitions: 2)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfMorePartitionsThanThereCanBe_SaysSo()
    {
        WriteExperiment(
            """
            workload: { collective: all-reduce, size: 1MiB }
            network: { topology: [Ring], npus_count: [4], bandwidth: [50], latency: [0] }
            system: { all-reduce-implementation: [ring], local-mem-bw: 1600 }
            """);

        AssertSame("--partitions", "4");
    }

    [Fact]
    public async Task CtrlC_InTheMiddle_EndsTheRunAndFreesTheNodes()
    {
        WriteExperiment(LongRun.Experiment);
        using var program = cluster.Start("experiment.yaml", "--partitions", "2");
        await cluster.WaitForHostsAsync(2);

        program.PressCtrlC();

        var run = SimulationCluster.EndOf(program);
        Assert.Equal(new ProgramRun(130, "", "clustersim: stopped before the end; there is no result.\n"), run);
        await cluster.WaitForHostsAsync(0);
    }

    // Everything but how long it took.
    private void AssertSame(params string[] arguments)
    {
        string[] all = ["experiment.yaml", "--format", "json", .. arguments];
        var embedded = cluster.RunEmbedded(all);
        var timeline = ReadTimeline();
        var shared = cluster.Run(all);

        Assert.Equal(embedded.ExitCode, shared.ExitCode);
        Assert.Equal(embedded.Error, shared.Error);
        Assert.Equal(PrintedRun.WithoutTimes(embedded.Output), PrintedRun.WithoutTimes(shared.Output));
        Assert.Equal(timeline, ReadTimeline());
    }

    private string ReadTimeline()
    {
        var file = cluster.Folder.PathOf("memory.csv");
        var text = File.Exists(file) ? File.ReadAllText(file) : "";
        File.Delete(file);
        return text;
    }

    private void WriteExperiment(string text) => cluster.Folder.Write("experiment.yaml", text);

    private static string TracesOn(string memory, string more = "", string system = "") =>
        $$"""
        workload: { traces: trace }
        network: { topology: [Ring], npus_count: [{{Npus}}], bandwidth: [50], latency: [500] }
        system: { {{system}} all-reduce-implementation: [ring], local-mem-bw: 1600 }
        {{memory}}
        {{more}}
        """;

    private void WriteTraces(Func<int, Workload.Graph.ExecutionGraph> graphOf)
    {
        for (var npu = 0; npu < Npus; npu++)
        {
            using var file = File.Create(cluster.Folder.PathOf($"trace.{npu}.et"));
            ChakraWriter.Write(graphOf(npu), file, npu);
        }
    }

    // Each sends to the next, and then all reduce.
    private static TestGraph Pipeline(int npu)
    {
        var graph = new TestGraph();
        var compute = graph.Compute(1 + npu);
        var send = graph.Send((npu + 1) % Npus, 10_000 + npu, tag: 3, after: compute);
        var receive = graph.Receive((npu + Npus - 1) % Npus, 10_000 + ((npu + Npus - 1) % Npus), tag: 3);
        graph.Collective(CollectiveKind.AllReduce, 1 << 20, after: [send, receive]);
        return graph;
    }
}
