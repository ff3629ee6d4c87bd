using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine.Sweeps;

/// <summary>Reports of sweeps, as files; what their pages look like and do is tested in a browser.</summary>
public sealed class SweepReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SweepReportTests()
    {
        folder.Write(
            "sweep.yaml",
            """
            base:
              workload: { collective: all-reduce, size: 64KiB }
              network: { topology: [Ring], npus_count: [4], bandwidth: [50], latency: [500] }
              system: { local-mem-bw: 1600 }
            axes:
              - network.npus_count: [2, 4]
              - workload.size: [1KiB, 64KiB]
            """);
        Assert.Equal(0, Run("sweep sweep.yaml -o done").ExitCode);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Report_OfASweep_IsOnePageAndImages()
    {
        var run = Run("report done -o sweep.html --png figures");

        Assert.Equal(
            (0, "", "note: 6 images in figures: scaling.png, speed-up.png, efficiency.png, algorithm-bandwidth.png, bus-bandwidth.png, heat-map.png\n"), (run.ExitCode, run.Output, run.Error));
        Assert.StartsWith("<!doctype html>", File.ReadAllText(folder.PathOf("sweep.html")), StringComparison.Ordinal);
        Assert.Equal(6, Directory.GetFiles(folder.PathOf("figures"), "*.png").Length);
    }

    [Fact]
    public void Report_OfASweep_MadeTwice_IsTheSame()
    {
        Run("report done -o one.html");
        Run("report done -o other.html");

        Assert.Equal(File.ReadAllBytes(folder.PathOf("one.html")), File.ReadAllBytes(folder.PathOf("other.html")));
    }

    [Fact]
    public void Report_OnlyImages_NeedsNoPage()
    {
        var run = Run("report done --png figures");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(6, Directory.GetFiles(folder.PathOf("figures")).Length);
    }

    [Fact]
    public void Report_OfNothing_SaysWhatToGive()
    {
        var run = Run("report done");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("Give -o FILE for a page, --png DIR for images, or both.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfASweepThatNeverRan_SaysWhatToDo()
    {
        folder.Write("begun/sweep.yaml", "");

        var run = Run("report begun -o report.html");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("begun: The sweep was stopped before anything ran. Run clustersim sweep resume on it.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfADamagedPlan_SaysWhatToDo()
    {
        folder.Write("done/plan.bin", "what is this");

        var run = Run("report done -o report.html");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("done/plan.bin: The plan is damaged. Run clustersim sweep resume on its folder", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null/figures")]
    [InlineData("sweep.yaml")]
    public void Images_ThatCannotBeWritten_SaySo(string path)
    {
        var run = Run($"report done --png {path}");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"clustersim: The images in {path} cannot be written", run.Error, StringComparison.Ordinal);
    }

    private ProgramRun Run(string arguments) => ClusterSimProgram.RunInShell(folder.FullPath, arguments);
}
