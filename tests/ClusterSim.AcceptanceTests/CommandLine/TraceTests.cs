using System.Text.Json;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>A run that is recorded.</summary>
public sealed class TraceTests : IDisposable
{
    private const string NetworkAndSystem =
        """
        network: { topology: [Ring], npus_count: [3], bandwidth: [50], latency: [500] }
        system: { local-mem-bw: 1600 }
        """;

    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    private readonly TemporaryFolder folder = new();
    private readonly string experiment;
    private readonly string trace;

    public TraceTests()
    {
        experiment = folder.Write("experiment.yaml", "workload: { collective: all-reduce, size: 1KiB }\n" + NetworkAndSystem);
        trace = folder.PathOf("trace");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Run_Traced_WritesItsFiles()
    {
        var run = ClusterSimProgram.Run("run", experiment, "--trace", trace);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ["actors.parquet", "ends.json", "links.parquet", "messages.parquet", "nodes.parquet", "run.json"],
            Directory.GetFiles(trace).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Golden.Check("trace-run.json", GoldenFile.Mask(File.ReadAllText(Path.Combine(trace, "run.json")), "\"version\": \"[^\"]*\"", "\"version\": VERSION"));
    }

    [Fact]
    public async Task Run_Traced_HasTheColumnsThatAreDocumented()
    {
        ClusterSimProgram.Run("run", experiment, "--trace", trace);

        var schemas = new List<string>();
        foreach (var path in Directory.GetFiles(trace, "*.parquet").Order(StringComparer.Ordinal))
        {
            await using var file = File.OpenRead(path);
            schemas.AddRange((await ParquetTypes.ReadAsync(file)).Prepend(Path.GetFileName(path)));
        }

        Golden.Check("trace-columns.txt", string.Join('\n', schemas) + "\n");
    }

    [Fact]
    public async Task Run_ThatTracksMemory_HasEachChangeOfIt()
    {
        for (var npu = 0; npu < 3; npu++)
        {
            await using var file = File.Create(folder.PathOf($"tensors.{npu}.et"));
            ChakraWriter.Write(TensorsOf(npu), file, npu);
        }

        var tensors = folder.Write("tensors.yaml", "workload: { traces: tensors }\n" + NetworkAndSystem);
        var csv = folder.PathOf("memory.csv");

        var run = ClusterSimProgram.Run("run", tensors, "--set", "system.track-local-mem=1", "--trace", trace, "--memory-timeline", csv);

        await using var memory = File.OpenRead(Path.Combine(trace, "memory.parquet"));
        var changes = await ParquetNumbers.ReadAsync(memory);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual(0, changes.Rows);
        Assert.Equal(
            (await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken)).Skip(1),
            Enumerable.Range(0, changes.Rows).Select(row => $"{changes["npu"][row]},{changes["time_ns"][row]},{changes["bytes"][row]}"));
    }

    [Theory]
    [InlineData("--partitions", "3")]
    [InlineData("--transport", "strict")]
    public void Run_InAnyWay_WritesTheSameBytes(string option, string value)
    {
        var other = folder.PathOf("other");
        ClusterSimProgram.Run("run", experiment, "--trace", trace, "--partitions", "1");
        ClusterSimProgram.Run("run", experiment, "--trace", other, option, value);

        Assert.All(Directory.GetFiles(trace), path => Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(other, Path.GetFileName(path)))));
    }

    [Fact]
    public void Run_IntoAnOlderTrace_ReplacesIt()
    {
        ClusterSimProgram.Run("run", experiment, "--trace", trace);
        var run = ClusterSimProgram.Run("run", experiment, "--trace", trace, "--trace-kinds", "chunk", "--trace-actors", "npu/1,link/*", "--trace-to", "2us");

        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(trace, "run.json")));
        var rows = json.RootElement.GetProperty("trace");
        Assert.Equal(0, run.ExitCode);
        Assert.True(rows.GetProperty("messages_rows").GetInt64() < rows.GetProperty("messages_sent").GetInt64());
        Assert.Equal(["experiment.yaml", "trace"], Directory.GetFileSystemEntries(folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_WithMistakesInItsOptions_NamesThemAndSimulatesNothing()
    {
        folder.Write("full/of/things", "");

        Check("--trace-kinds chunks --trace t", "'chunks' is no kind of message.");
        Check("--trace-from 20 --trace t", "'20' is no simulated time.");
        Check("--trace-sample 2 --trace t", "'2' is no share.");
        Check("--trace-sample 0.5", "There is no trace to keep messages in.");
        Check("--trace t --trace-from 2us --trace-to 1us", "so that nothing would be kept.");
        Check("--trace t --trace-actors npu/7", "'npu/7' means no actor of this run.");
        Check("--trace full", "full holds something else than a trace (of).");
        Check("--trace experiment.yaml", "experiment.yaml is a file.");
        Check("--trace /dev/null/trace", "cannot be written.");
        Assert.Equal(["experiment.yaml", "full"], Directory.GetFileSystemEntries(folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_ThatIsStuck_LeavesItsTrace()
    {
        for (var npu = 0; npu < 3; npu++)
        {
            var graph = new TestGraph();
            graph.Collective(CollectiveKind.AllReduce, 1_000);
            if (npu == 2)
            {
                graph.Receive(from: 1, bytes: 4096, tag: 7);
            }

            await using var file = File.Create(folder.PathOf($"stuck.{npu}.et"));
            ChakraWriter.Write(graph.Build(), file, npu);
        }

        var stuck = folder.Write("stuck.yaml", "workload: { traces: stuck }\n" + NetworkAndSystem);
        var run = ClusterSimProgram.Run("run", stuck, "--trace", trace);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(trace, "run.json"), TestContext.Current.CancellationToken));
        await using var messages = File.OpenRead(Path.Combine(trace, "messages.parquet"));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("The simulation is stuck: 1 of 3 NPUs", json.RootElement.GetProperty("failure").GetString(), StringComparison.Ordinal);
        Assert.Equal("stuck", json.RootElement.GetProperty("diagnosis").GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("result").ValueKind);
        Assert.True(json.RootElement.GetProperty("trace").GetProperty("complete").GetBoolean());
        Golden.Check("inspect-waits-stuck.txt", ClusterSimProgram.RunInShell(folder.FullPath, "inspect trace waits --limit 3").Output);
        Assert.Equal(json.RootElement.GetProperty("trace").GetProperty("messages_rows").GetInt64(), (await ParquetNumbers.ReadAsync(messages)).Rows);
    }

    [Fact]
    public void Run_WhoseFolderAnotherRunWrites_IsRefused_AndCtrlCLeavesNothing()
    {
        using var first = StartLong();

        var second = ClusterSimProgram.Run("run", experiment, "--trace", trace);
        first.PressCtrlC();
        first.WaitForEnd(ClusterSimProgram.Bound);

        Assert.Equal((2, ""), (second.ExitCode, second.Output));
        Assert.Contains($"The folder {trace} cannot be written", second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".new", second.Error, StringComparison.Ordinal);
        Assert.Equal(["experiment.yaml"], Directory.GetFileSystemEntries(folder.FullPath).Select(Path.GetFileName));
    }

    // Some thousand times what the test needs; it runs when it writes messages.
    private RunningProgram StartLong()
    {
        var program = ClusterSimProgram.Start("run", experiment, "--set", "network.npus_count=[2048]", "--trace", trace);
        Assert.True(SpinWait.SpinUntil(() => program.HasEnded || File.Exists(Path.Combine(trace + ".new", "messages.parquet")), ClusterSimProgram.Bound));
        return program;
    }

    private void Check(string options, string expected)
    {
        var run = ClusterSimProgram.RunInShell(folder.FullPath, $"run experiment.yaml {options}");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    // A node writes a tensor, another one reads it.
    private static ExecutionGraph TensorsOf(int npu)
    {
        var graph = new GraphBuilder("tensors", withTensors: true);
        TensorUse[] tensor = [new(graph.TensorIndex("activations"), new ByteSize(4096 << npu))];
        graph.Add(new TraceNode { Id = 1, Kind = NodeKind.Compute, Duration = SimDuration.FromMicroseconds(2 + npu) }, [], "forward", [], tensor);
        graph.Add(new TraceNode { Id = 2, Kind = NodeKind.Compute, Duration = SimDuration.FromMicroseconds(3) }, [1], "backward", tensor);
        return graph.Build();
    }
}
