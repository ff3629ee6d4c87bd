using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>What a user reads who made a mistake: every problem, what to do, the exit code, and never a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string SmallSystem = """{ "all-reduce-implementation": ["ring"], "local-mem-bw": 1600 }""";

    private const string TracesOnFour =
        """
        workload: { traces: trace }
        network: { topology: [Ring], npus_count: [4], bandwidth: [50], latency: [500] }
        system: system.json
        """;

    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    private readonly TemporaryFolder folder = new();

    public BadInputTests()
    {
        folder.Write("system.json", SmallSystem);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Run_ExperimentWithManyMistakes_NamesThemAll()
    {
        folder.Write(
            "experiment.yaml",
            """
            workload: { collective: all-reduc, size: -1MiB }
            network: { topology: [Rign], npus_count: [8, 2], bandwidth: [0], latency: [-5] }
            systm: system.json
            backend: congestion-avare
            """);

        Check(2, "bad-experiment.txt", "run", "experiment.yaml");
    }

    [Fact]
    public void Run_MisspeltFile_NamesTheFile()
    {
        Check(2, "bad-file.txt", "run", "experimnt.yaml");
    }

    [Fact]
    public void Run_FewerTracesThanNpus_NamesBothNumbers()
    {
        folder.Write("experiment.yaml", TracesOnFour.Replace("[4]", "[8]", StringComparison.Ordinal));
        for (var npu = 0; npu < 4; npu++)
        {
            WriteTrace(npu, new TestGraph());
        }

        Check(2, "bad-trace-count.txt", "run", "experiment.yaml");
    }

    [Fact]
    public void Run_TruncatedAndForeignTraces_NamesEach()
    {
        folder.Write("experiment.yaml", TracesOnFour);
        for (var npu = 0; npu < 4; npu++)
        {
            var graph = new TestGraph();
            graph.Compute(5);
            WriteTrace(npu, graph);
        }

        using (var cut = new FileStream(folder.PathOf("trace.1.et"), FileMode.Open))
        {
            cut.SetLength(cut.Length - 2);
        }

        folder.Write("trace.2.et", """{ "schema": "1.0.2-chakra.0.0.4", "nodes": [] }""");

        Check(2, "bad-traces.txt", "run", "experiment.yaml");
    }

    [Fact]
    public void Run_ReceiveThatNobodySends_NamesWhoWaits()
    {
        folder.Write("experiment.yaml", TracesOnFour);
        for (var npu = 0; npu < 4; npu++)
        {
            var graph = new TestGraph();
            graph.Compute(5);
            if (npu == 2)
            {
                graph.Receive(from: 3, bytes: 4096, tag: 7);
            }

            WriteTrace(npu, graph);
        }

        Check(1, "stuck.txt", "run", "experiment.yaml");
    }

    [Fact]
    public void Validate_GoodAndBadFiles_TellsOfEach()
    {
        folder.Write("good.yaml", "workload: { collective: all-reduce, size: 1MiB }\nnetwork: network.yml\nsystem: system.json\n");
        folder.Write("network.yml", "topology: [Ring]\nnpus_count: [8]\nbandwidth: [50]\nlatency: [500]\n");
        folder.Write("bad.yml", "topology: [Ring]\nnpus_count: [1]\nbandwith: [50]\nlatency: [500]\n");

        folder.Write("node.yaml", "roles: [worker]\nhost: 0.0.0.0\n");
        folder.Write("sweep.yaml", "base: good.yaml\naxes: [{ network.latency: [1, 2] }]\nexclude: [{ network.latency: 3 }]\n");
        folder.Write("bad-sweep.yaml", "base: good.yaml\naxes: [{ network.latency: [1, -2] }, { network.bandwidth: [10, 20] }]\n");
        folder.Write("worse-sweep.yaml", "bas: good.yaml\naxes: [{ network.latncy: [1, 2] }]\n");

        var run = Run(
            "validate", "good.yaml", "network.yml", "system.json", "bad.yml", "missing.yml", "node.yaml", "sweep.yaml", "bad-sweep.yaml", "worse-sweep.yaml");

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Golden.Check("validate.txt", run.Output);
    }

    private void WriteTrace(int npu, TestGraph graph)
    {
        using var file = File.Create(folder.PathOf($"trace.{npu}.et"));
        ChakraWriter.Write(graph.Build(), file, npu);
    }

    private void Check(int expectedCode, string golden, params string[] arguments)
    {
        var run = Run(arguments);

        Assert.Equal((expectedCode, ""), (run.ExitCode, run.Output));
        Golden.Check(golden, run.Error);
    }

    private ProgramRun Run(params string[] arguments)
    {
        using var program = ClusterSimProgram.Start(folder.FullPath, arguments);
        return program.WaitForEnd(ClusterSimProgram.Bound);
    }
}
