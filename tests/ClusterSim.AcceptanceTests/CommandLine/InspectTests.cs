using System.Text.Json;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>Asking a trace from the command line.</summary>
public sealed class InspectTests : IDisposable
{
    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    private const string Ties = "note: This is what led to the end of all_to_all on npu/0, one of 4 nodes that ended last, at the same time.\n";

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

        Assert.Equal((0, question == "why end" ? Ties : ""), (run.ExitCode, run.Error));
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

    [Theory]
    [InlineData("why end", "steps", "message,from,to,spent_on,node,sent_ns,delivered_ns,time_ns")]
    [InlineData("why end", "by_actor", "actor,time_ns,share")]
    [InlineData("waits", "never_ended", "npu,for,what,why,node,since_ns")]
    [InlineData("diff same", "nodes", "node,kind,before_ns,after_ns,change_ns")]
    public void Answer_InCsv_HasTheTableThatIsAskedFor(string question, string table, string columns)
    {
        Run("run switch.yaml --trace same");

        var csv = Run($"inspect trace {question} --format csv --table {table}").Output.Split('\n');
        using var json = JsonDocument.Parse(Run($"inspect trace {question} --format json").Output);

        Assert.Equal(columns, csv[0]);
        Assert.Equal(json.RootElement.GetProperty(table).GetArrayLength() + 2, csv.Length);
    }

    [Fact]
    public void Path_ForPrograms_HasHopsOnly_AndWhatTheySumUpToApart()
    {
        var csv = Run("inspect trace path npu/0#3 --format csv").Output;
        using var json = JsonDocument.Parse(Run("inspect trace path npu/0#3 --format json").Output);

        Assert.DoesNotContain("together", csv, StringComparison.Ordinal);
        Assert.Equal(3, json.RootElement.GetProperty("hops").GetArrayLength());
        Assert.Equal(1000, json.RootElement.GetProperty("hops_together").GetProperty("latency_ns").GetInt64());
    }

    [Fact]
    public void Actor_InJson_HasNoCauseForWhatNothingLedTo()
    {
        using var json = JsonDocument.Parse(Run("inspect trace actor npu/0 --kind start --format json").Output);

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("messages")[0].GetProperty("cause").ValueKind);
    }

    [Fact]
    public void Diff_InJson_HasTheFirstDifferenceAsAnObject()
    {
        Run("run switch.yaml --trace other --set network.latency=[600]");

        using var json = JsonDocument.Parse(Run("inspect trace diff other --format json").Output);

        var difference = json.RootElement.GetProperty("first_difference");
        Assert.Equal(20, difference.GetProperty("row").GetInt64());
        Assert.Equal("link/0#0", difference.GetProperty("before").GetProperty("id").GetString());
        Assert.Equal(762, difference.GetProperty("after").GetProperty("delivered_ns").GetInt64());
    }

    [Fact]
    public void Folder_OfASweep_IsSentToWhatKnowsSweeps()
    {
        folder.Write("sweep.yaml", "base: switch.yaml\naxes: [{ network.latency: [500, 600] }]\n");
        Run("sweep sweep.yaml -o swept");

        Check("inspect swept top", "swept: The folder holds a sweep, not a trace. Ask clustersim sweep status swept, or make a page of it: clustersim report swept -o report.html.");
        Check("export swept -o x", "swept: The folder holds a sweep, not a trace.");
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
        Assert.DoesNotContain(".new", Run("export trace -o nowhere/timeline").Error + Run("report trace -o nowhere/page.html").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_ThatCannotBeAnswered_SaysWhy()
    {
        folder.Write("empty/readme.txt", "");

        Check("inspect nowhere top", "nowhere: There is no such folder.");
        Check("inspect empty top", "empty: The folder holds no trace. Name a folder that run --trace has written.\nNothing was done. clustersim inspect top --help tells how it is used.\n");
        Check("inspect trace actor npu/9", "There is no actor npu/9 in this run. Did you mean npu/3? There are npu/0 to npu/3.");
        Check("inspect trace path npu/0#99", "The trace has no message npu/0#99.");
        Check("inspect trace path 12x", "'12x' is no id of a message.");
        Check("inspect trace path npu/0#0", "The message npu/0#0 is no chunk. List chunks with clustersim inspect trace actor npu/0 --kind chunk.");
        Check("inspect trace why npu/0:all_to_al", "No node all_to_al has ended on npu/0. Did you mean all_to_all?");
        Check("inspect trace actor npu/0 --from 2us --to 1us", "--to: 1,000 ns is not after --from, 2,000 ns, so that nothing would be listed.");
        Check("inspect trace why end --table step", "--table: 'step' is unknown. Allowed: critical_path, by_actor, steps. Did you mean steps?");
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
