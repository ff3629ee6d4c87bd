using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine.Sweeps;

/// <summary>Sweeps that are stopped in the midst and go on, as real processes.</summary>
public sealed class SweepResumeTests : IDisposable
{
    // Each point takes some tens of milliseconds, so that a process is stopped between them.
    private const string Sweep =
        """
        base:
          workload: { collective: all-reduce, size: 1MiB }
          network: { topology: [Switch], npus_count: [96], bandwidth: [50], latency: [500] }
          system: { preferred-dataset-splits: 4, local-mem-bw: 1600 }
        axes:
          - network.bandwidth: { from: 10, to: 100, step: 10 }
          - network.latency: [100, 200, -1]
          - workload.collective: [all-reduce, all-gather]
        exclude:
          - network.latency: { below: 0 }
        """;

    private readonly TemporaryFolder folder = new();

    private string Results => folder.PathOf("results");

    public SweepResumeTests()
    {
        folder.Write("sweep.yaml", Sweep);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Resume_AfterKills_GivesTheTablesOfAnUndisturbedRun()
    {
        Directory.CreateDirectory(Results);
        KillWhenFinished(3, "sweep", "sweep.yaml", "-o", Results, "--jobs", "1");
        Assert.False(File.Exists(Path.Combine(Results, "results.csv")));
        KillWhenFinished(SweepFolderWatch.Finished(Results) + 2, "sweep", "resume", Results);

        var resumed = Run("sweep", "resume", Results);
        var undisturbed = Run("sweep", "sweep.yaml", "-o", folder.PathOf("undisturbed"));

        Assert.Equal((0, 0), (resumed.ExitCode, undisturbed.ExitCode));
        await SweepTables.AssertEqualAsync(folder.PathOf("undisturbed"), Results);
    }

    [Fact]
    public void CtrlC_InTheMidst_EndsAtOnceAndSaysHowToGoOn()
    {
        Directory.CreateDirectory(Results);
        using (var program = Start("sweep", "sweep.yaml", "-o", Results, "--jobs", "1"))
        {
            SweepFolderWatch.WaitForPoints(program, Results, 2);
            program.PressCtrlC();
            var run = program.WaitForEnd(ClusterSimProgram.Bound);
            Assert.Equal(
                new ProgramRun(130, "", $"clustersim: stopped before the end. What is finished is kept; clustersim sweep resume {Results} goes on.\n"), run);
        }

        var status = Run("sweep", "status", Results);
        Assert.Contains($"state   stopped; clustersim sweep resume {Results} goes on\n", status.Output, StringComparison.Ordinal);
        var resumed = Run("sweep", "resume", Results);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Matches(@"^sweep: 40 points, 40 done, \d+ of them before\n", resumed.Output);
    }

    [Fact]
    public void Sweep_IntoAFolderInUse_IsRefused()
    {
        Directory.CreateDirectory(Results);
        using var program = Start("sweep", "sweep.yaml", "-o", Results, "--jobs", "1");
        SweepFolderWatch.WaitForPoints(program, Results, 1);
        program.Freeze();

        var run = Run("sweep", "resume", Results);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{Results}: Another clustersim works in this folder. Wait for its end, or give another folder with -o.\n", run.Error, StringComparison.Ordinal);
    }

    private void KillWhenFinished(int points, params string[] arguments)
    {
        using var program = Start(arguments);
        SweepFolderWatch.WaitForPoints(program, Results, points);
        program.Kill();
        program.WaitForEnd(ClusterSimProgram.Bound);
    }

    private RunningProgram Start(params string[] arguments) => ClusterSimProgram.Start(folder.FullPath, arguments);

    private ProgramRun Run(params string[] arguments)
    {
        using var program = Start(arguments);
        return program.WaitForEnd(ClusterSimProgram.Bound);
    }
}
