using System.Text.Json;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>Asking a trace from the command line.</summary>
public sealed class InspectTests : IDisposable
{
    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    private readonly TemporaryFolder folder = new();

    public InspectTests()
    {
        folder.Write("switch.yaml", Experiment("Switch", "all-to-all"));
        folder.Write("ring.yaml", Experiment("Ring", "all-reduce"));
        Assert.Equal(0, Run("run switch.yaml --trace trace").ExitCode);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("top")]
    [InlineData("why end")]
    [InlineData("waits")]
    [InlineData("links")]
    [InlineData("actors")]
    [InlineData("actor switch/0/port/2 --from 500ns --kind chunk")]
    [InlineData("path npu/0#3")]
    public void Question_IsAnsweredAsATable(string question)
    {
        var run = Run($"inspect trace {question} --limit 5");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Check($"inspect-{question.Split(' ')[0]}.txt", run.Output);
    }

    [Fact]
    public void Answer_InJsonAndCsv_HasAllRows()
    {
        using var json = JsonDocument.Parse(Run("inspect trace actors --format json --limit 1").Output);
        var csv = Run("inspect trace actors --format csv --limit 1").Output.TrimEnd().Split('\n');

        var actors = json.RootElement.GetProperty("actors").EnumerateArray().ToList();
        Assert.Equal("actor,sent,received,bytes_out,bytes_in,busy_ns", csv[0]);
        Assert.Equal(actors.Count, csv.Length - 1);
        Assert.Equal(actors[^1].GetProperty("bytes_out").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), csv[^1].Split(',')[3]);
    }

    [Fact]
    public void Diff_OfEqualRuns_FindsNothing_AndOfOthersTheFirstMessage()
    {
        Run("run switch.yaml --trace same --partitions 2");
        Run("run switch.yaml --trace other --set network.latency=[600]");

        Assert.Equal((0, "first difference: none\n\nnodes: none\n"), (Run("inspect trace diff same").ExitCode, Run("inspect trace diff same").Output));
        var run = Run("inspect trace diff other");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Golden.Check("inspect-diff.txt", run.Output);
    }

    [Theory]
    [InlineData("perfetto", 0x0a)]
    [InlineData("chrome", (byte)'{')]
    public void Export_WritesATimeline(string format, byte first)
    {
        var run = Run($"export trace --to {format} -o timeline");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(first, File.ReadAllBytes(folder.PathOf("timeline"))[0]);
        Assert.False(File.Exists(folder.PathOf("timeline.new")));
    }

    [Fact]
    public void Export_ThatCannotBeWritten_SaysSo()
    {
        var run = Run("export trace -o /dev/null/timeline");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("The timeline /dev/null/timeline", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_ThatCannotBeAnswered_SaysWhy()
    {
        folder.Write("empty/readme.txt", "");

        Check("inspect nowhere top", "nowhere: There is no such folder.");
        Check("inspect empty top", "empty: The folder holds no trace: it has no run.json.");
        Check("inspect trace actor npu/9", "There is no actor npu/9 in this run.");
        Check("inspect trace path npu/0#99", "The trace has no message npu/0#99.");
        Check("inspect trace path 12x", "'12x' is no id of a message.");
        Check("inspect trace path npu/0#0", "The message npu/0#0 is no chunk.");
        Check("inspect trace why npu/0:all_to_al", "No node all_to_al has ended on npu/0. Did you mean all_to_all?");
        Check("inspect trace why tomorrow", "'tomorrow' names no end.");
        Check("inspect trace diff nowhere", "nowhere: There is no such folder.");
        File.Delete(folder.PathOf("trace/links.parquet"));
        Check("inspect trace links", "links.parquet: The file is missing.");
    }

    private static string Experiment(string topology, string collective) =>
        $$"""
        workload: { collective: {{collective}}, size: 64KiB }
        network: { topology: [{{topology}}], npus_count: [4], bandwidth: [50], latency: [500] }
        system: { preferred-dataset-splits: 2, local-mem-bw: 1600, all-to-all-implementation: [direct] }
        """;

    private ProgramRun Run(string arguments) => ClusterSimProgram.RunInShell(folder.FullPath, arguments);

    private void Check(string arguments, string expected)
    {
        var run = Run(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
