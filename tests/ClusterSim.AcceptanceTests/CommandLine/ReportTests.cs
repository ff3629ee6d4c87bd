using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>Pages of traced runs, as files; what they look like and do is tested in a browser.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReportTests()
    {
        folder.Write(
            "ring.yaml",
            """
            workload: { collective: all-reduce, size: 64KiB }
            network: { topology: [Ring], npus_count: [4], bandwidth: [50], latency: [500] }
            system: { local-mem-bw: 1600 }
            """);
        Assert.Equal(0, Run("run ring.yaml --trace trace").ExitCode);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Report_OfATrace_IsOnePage()
    {
        var run = Run("report trace -o report.html");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.StartsWith("<!doctype html>", File.ReadAllText(folder.PathOf("report.html")), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("report.html.new")));
    }

    [Fact]
    public void Report_MadeTwice_IsTheSame()
    {
        Run("report trace -o one.html");
        Run("report trace -o other.html");

        Assert.Equal(File.ReadAllBytes(folder.PathOf("one.html")), File.ReadAllBytes(folder.PathOf("other.html")));
    }

    [Fact]
    public void Report_OverAnotherFile_ReplacesIt()
    {
        folder.Write("report.html", new string('x', 10_000_000));

        Assert.Equal(0, Run("report trace -o report.html").ExitCode);
        Assert.EndsWith("</html>\n", File.ReadAllText(folder.PathOf("report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfADamagedTrace_IsMadeAndSaysWhatIsMissing()
    {
        folder.Write("trace/links.parquet", "PAR1");

        var run = Run("report trace -o report.html");

        Assert.Equal((0, "note: trace/links.parquet: The file is cut off or damaged.\n"), (run.ExitCode, run.Error));
        Assert.Contains("Left out. trace/links.parquet", File.ReadAllText(folder.PathOf("report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfPageAndImages_SaysWhatHoldsForBothOnce()
    {
        folder.Write("trace/links.parquet", "PAR1");

        var run = Run("report trace -o report.html --png figures");

        Assert.Equal(
            (0, "note: trace/links.parquet: The file is cut off or damaged.\nnote: 4 images in figures: timeline.png, breakdown.png, critical-path.png, links.png\n"),
            (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("nowhere", "nowhere: There is no such folder.")]
    [InlineData("empty", "empty: The folder holds neither a trace nor a sweep.")]
    public void Report_OfAnotherFolder_SaysWhatToName(string name, string expected)
    {
        folder.Write("empty/readme.txt", "");

        var run = Run($"report {name} -o report.html");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("report.html")));
    }

    [Theory]
    [InlineData("/dev/null/report.html")]
    [InlineData("trace")]
    public void Report_ThatCannotBeWritten_SaysSo(string path)
    {
        var run = Run($"report trace -o {path}");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"clustersim: The report {path} cannot be written", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("trace.new")));
    }

    private ProgramRun Run(string arguments) => ClusterSimProgram.RunInShell(folder.FullPath, arguments);
}
