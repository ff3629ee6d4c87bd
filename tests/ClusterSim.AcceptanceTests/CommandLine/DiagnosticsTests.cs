using System.Text.Json;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>What a user gets of a run that comes to no result.</summary>
public sealed class DiagnosticsTests : IDisposable
{
    private const string Experiment = "workload: { traces: trace }\nnetwork: { topology: [Ring], npus_count: [3], bandwidth: [50], latency: [500] }\n"
        + "system: { all-reduce-implementation: [ring], local-mem-bw: 1600 }\n";

    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--partitions", "1")]
    [InlineData("--partitions", "3")]
    [InlineData("--transport", "strict")]
    public void Run_ThatIsStuck_SaysWhoWaitsForWhomAndWhatCameLast(params string[] engine)
    {
        WriteDeadlock();

        var run = Run(["run", "experiment.yaml", .. engine]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Golden.Check("deadlock.txt", run.Error);
    }

    [Fact]
    public void Run_ThatIsStuckAsJson_SaysTheSameToPrograms_AndInAFile()
    {
        WriteDeadlock();

        var run = Run("run", "experiment.yaml", "--format", "json", "--diagnostics", "why.json");

        Assert.Equal(1, run.ExitCode);
        Golden.Check("deadlock.json", run.Output);
        Golden.Check("deadlock.txt", run.Error);
        Assert.Equal(run.Output, File.ReadAllText(folder.PathOf("why.json")));
    }

    [Fact]
    public void Run_ThatComesToAResult_LeavesAFileThatSaysSo()
    {
        folder.Write("experiment.yaml", Experiment.Replace("{ traces: trace }", "{ collective: all-reduce, size: 1MiB }", StringComparison.Ordinal));

        var run = Run("run", "experiment.yaml", "--diagnostics", "why.json");

        using var json = JsonDocument.Parse(File.ReadAllText(folder.PathOf("why.json")));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("failure").ValueKind);
    }

    [Fact]
    public void Run_WithAFileThatCannotBeWritten_IsRefusedAtOnce()
    {
        WriteDeadlock();

        var run = Run("run", "experiment.yaml", "--diagnostics", "missing/why.json");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--diagnostics: The file missing/why.json cannot be written.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_WithPointsThatAreStuck_KeepsTheShortOfItInTheRowAndTheRestBeside()
    {
        WriteDeadlock();
        folder.Write("sweep.yaml", "base: experiment.yaml\naxes: [{ network.latency: [500, 600] }]\n");

        var run = Run("sweep", "sweep.yaml", "-o", "out");

        var files = Directory.GetFiles(folder.PathOf("out/failed"));
        Assert.Equal((1, 2), (run.ExitCode, files.Length));
        Assert.All(files, file =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            Assert.Equal("stuck", json.RootElement.GetProperty("kind").GetString());
            Assert.Contains(Path.GetFileNameWithoutExtension(file), File.ReadAllText(folder.PathOf("out/results.csv")), StringComparison.Ordinal);
        });
        Assert.Contains(
            "The simulation is stuck: 2 of 3 NPUs cannot finish, and no message is left. npu/0 → npu/1: node 3, receive of 4,096 B",
            File.ReadAllText(folder.PathOf("out/results.csv")),
            StringComparison.Ordinal);
    }

    // Two that have exchanged a message, and then both receive before they send.
    private void WriteDeadlock()
    {
        folder.Write("experiment.yaml", Experiment);
        for (var npu = 0; npu < 3; npu++)
        {
            var graph = new TestGraph();
            if (npu < 2)
            {
                var peer = 1 - npu;
                graph.Send(peer, bytes: 100, tag: 5);
                graph.Receive(peer, bytes: 100, tag: 5);
                graph.Send(peer, bytes: 4096, tag: 17, graph.Receive(peer, bytes: 4096, tag: 17));
            }

            using var file = File.Create(folder.PathOf($"trace.{npu}.et"));
            ChakraWriter.Write(graph.Build(), file, npu);
        }
    }

    private ProgramRun Run(params string[] arguments)
    {
        using var program = ClusterSimProgram.Start(folder.FullPath, arguments);
        return program.WaitForEnd(ClusterSimProgram.Bound);
    }
}
