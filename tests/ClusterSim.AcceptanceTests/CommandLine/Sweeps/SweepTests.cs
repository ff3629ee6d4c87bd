using System.Text.Json;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine.Sweeps;

public sealed class SweepTests : IDisposable
{
    // One point of three has more events than it may have.
    private const string WithFailure =
        """
        base:
          workload: { collective: all-reduce, size: 1MiB }
          network: { topology: [Ring], npus_count: [4], bandwidth: [50], latency: [500] }
          system: { local-mem-bw: 1600 }
        axes:
          - workload.repeat: [1, 2, 100000]
        limits: { events: 1000 }
        """;

    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("resnet50-hgx-h100")]
    [InlineData("collectives-hgx-h100")]
    public void Sweep_OfTheReport_GivesItsTable(string name)
    {
        var run = Run("sweep", Repository.PathOf("cluster-config", "sweeps", name + ".yaml"), "-o", "out");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Check($"sweep-{name}.txt", run.Output);
    }

    [Fact]
    public void Sweep_Again_RunsNothingAndGivesTheSameTables()
    {
        Sweep("sweep.yaml", WithFailure.Replace("100000", "3", StringComparison.Ordinal), "-o", "out");
        var csv = File.ReadAllBytes(folder.PathOf("out/results.csv"));

        var again = Run("sweep", "sweep.yaml", "-o", "out");

        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith("sweep: 3 points, 3 done, 3 of them before\n", again.Output, StringComparison.Ordinal);
        Assert.Equal(csv, File.ReadAllBytes(folder.PathOf("out/results.csv")));
    }

    [Fact]
    public void Sweep_OtherPointsIntoTheFolder_RunsOnlyTheNewOnes()
    {
        Sweep("sweep.yaml", WithFailure.Replace("100000", "3", StringComparison.Ordinal), "-o", "out");

        var wider = Sweep("wider.yaml", WithFailure.Replace("1, 2, 100000", "2, 3, 4", StringComparison.Ordinal), "-o", "out");

        Assert.StartsWith("wider: 3 points, 3 done, 2 of them before\n", wider.Output, StringComparison.Ordinal);
        Assert.Equal(["2", "3", "4"], File.ReadLines(folder.PathOf("out/results.csv")).Skip(1).Select(line => line.Split(',')[1]));
    }

    [Fact]
    public void Sweep_WithAPointThatFails_GoesOnAndNamesIt()
    {
        var run = Sweep("sweep.yaml", WithFailure, "-o", "out");

        Assert.Equal((1, "1 point failed. clustersim sweep resume out --retry-failed runs them again.\n"), (run.ExitCode, run.Error));
        Golden.Check("sweep-failure.txt", run.Output);
        Golden.Check("sweep-status.txt", GoldenFile.Mask(Run("sweep", "status", "out").Output, @"version \S+", "version VERSION"));
    }

    [Fact]
    public void RetryFailed_RunsFailedPointsAgain()
    {
        Sweep("sweep.yaml", WithFailure, "-o", "out");

        var run = Run("sweep", "resume", "out", "--retry-failed");

        Assert.StartsWith("sweep: 3 points, 2 done, 1 failed, 2 of them before\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_OfASweep_HasTheColumnsOfTheCsv()
    {
        var run = Sweep("sweep.yaml", WithFailure, "-o", "out", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var points = json.RootElement.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(["done", "done", "failed"], points.Select(point => point.GetProperty("status").GetString()!));
        Assert.Equal("1", points[0].GetProperty("workload.repeat").ToString());
        Assert.Equal(points[0].GetProperty("wall_ns_max").GetInt64(), points[0].GetProperty("simulated_ns").GetInt64());
        Assert.Equal(File.ReadAllText(folder.PathOf("out/results.csv")), Run("sweep", "status", "out", "--format", "csv").Output);
    }

    [Fact]
    public void StatusOfAPoint_PrintsAnExperimentThatGivesItsResult()
    {
        Sweep("sweep.yaml", WithFailure, "-o", "out");

        folder.Write("point.yaml", Run("sweep", "status", "out", "--point", "1").Output);

        var row = File.ReadLines(folder.PathOf("out/results.csv")).ElementAt(2);
        var digest = Run("run", "point.yaml").Output.TrimEnd().Split(' ')[^1];
        Assert.Contains($",{digest},", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ListsPointsWithEstimatesAndRefusesInvalidOnes()
    {
        var path = folder.Write("sweep.yaml", WithFailure.Replace("1, 2, 100000", "1, 2, 0", StringComparison.Ordinal));

        var run = Run("sweep", "plan", "sweep.yaml");

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Golden.Check("sweep-plan.txt", run.Output);
        Assert.Equal(2, Run("sweep", path, "-o", "out").ExitCode);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    [Fact]
    public void Plan_OfTheGrid_Has220Points()
    {
        var run = Run("sweep", "plan", Repository.PathOf("cluster-config", "sweeps", "grid.yaml"), "--format", "csv");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1 + 220, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Diff_OfTwoSweeps_TellsByPointAndByAxis()
    {
        const string Lines = "\n  - network.topology: [Ring, Switch]";
        var sweep = WithFailure.Replace("[1, 2, 100000]", "[1, 2]" + Lines, StringComparison.Ordinal);
        Sweep("before.yaml", sweep, "-o", "before");
        Sweep("after.yaml", sweep.Replace("Switch", "FullyConnected", StringComparison.Ordinal) + "\nlabels: { network.topology: [Ring, Switch] }", "-o", "after");

        var run = Run("sweep", "diff", "before", "after");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Golden.Check("sweep-diff.txt", run.Output);
        Assert.Equal(new ProgramRun(0, "4 points in both, 0 of them differ\n", ""), Run("sweep", "diff", "before", "before"));
    }

    [Fact]
    public void Resume_OfASweepThatWasStoppedBeforeItsPlanWasWritten_GoesOn()
    {
        Sweep("sweep.yaml", WithFailure.Replace("100000", "3", StringComparison.Ordinal), "-o", "out");
        File.Delete(folder.PathOf("out/plan.bin"));

        var status = Run("sweep", "status", "out");
        var resumed = Run("sweep", "resume", "out");

        Assert.Equal(2, status.ExitCode);
        Assert.StartsWith("out: The sweep was stopped before anything ran. Run clustersim sweep resume on it.\n", status.Error, StringComparison.Ordinal);
        Assert.StartsWith("sweep: 3 points, 3 done, 3 of them before\n", resumed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_WithMistakesInFileAndOptions_NamesThemAll()
    {
        folder.Write("sweep.yaml", WithFailure.Replace("workload.repeat", "workload.repeet", StringComparison.Ordinal));

        var run = Run("sweep", "sweep.yaml", "--jobs", "0");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Golden.Check("bad-sweep.txt", run.Error);
    }

    [Fact]
    public void Commands_OnAFolderThatIsNoSweep_SayWhatToGive()
    {
        const string Message = "nowhere: This is not the folder of a sweep. Give one that clustersim sweep -o made.\n";

        Assert.All([["status", "nowhere"], ["resume", "nowhere"], ["diff", "nowhere", "nowhere"]], (string[] arguments) =>
        {
            var run = Run(["sweep", .. arguments]);
            Assert.Equal(2, run.ExitCode);
            Assert.StartsWith(Message, run.Error, StringComparison.Ordinal);
        });
    }

    private ProgramRun Sweep(string name, string content, params string[] options)
    {
        folder.Write(name, content);
        return Run(["sweep", name, .. options]);
    }

    private ProgramRun Run(params string[] arguments)
    {
        using var program = ClusterSimProgram.Start(folder.FullPath, arguments);
        return program.WaitForEnd(ClusterSimProgram.Bound);
    }
}
