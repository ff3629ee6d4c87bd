using System.Globalization;
using System.Text.Json;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

public sealed class RunTests
{
    private const string MainJob = "cluster-config/experiments/resnet50-hgx-h100-8.yaml";

    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    // A case whose traces carry the numbers of their NPUs, as the reference's flags want them.
    private static readonly string CaseFolder = Path.Combine("tests", "ClusterSim.AcceptanceTests", "Cases", "ref-groups-005-fullyconnected-tp2-dp2");

    private static string[] ReferenceFlags =>
    [
        "--workload-configuration", Path.Combine(CaseFolder, "workload"),
        "--system-configuration=" + Path.Combine(CaseFolder, "system.json"),
        "--network-configuration", Path.Combine(CaseFolder, "network.yml"),
        "--remote-memory-configuration", Path.Combine(CaseFolder, "remote_memory.json"),
        "--comm-group-configuration=" + Path.Combine(CaseFolder, "comm_groups.json"),
        "--backend", "congestion-aware",
        "--logging-configuration", "anything.toml",
    ];

    [Fact]
    public void Run_MainJob_PrintsASummary()
    {
        var run = ClusterSimProgram.Run("run", MainJob);

        Assert.Equal(0, run.ExitCode);
        Golden.Check("run-resnet50.txt", PrintedRun.WithoutTimes(run.Output));
    }

    [Theory]
    [InlineData("cluster-config/experiments/resnet50-hgx-h100-2.yaml", 1_095_888_289)]
    [InlineData("cluster-config/experiments/resnet50-hgx-h100-4.yaml", 1_096_768_270)]
    [InlineData(MainJob, 1_098_621_886)]
    public void Run_Report_HasItsWallTimes(string experiment, long expectedWall)
    {
        var run = ClusterSimProgram.Run("run", experiment, "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.All(json.RootElement.GetProperty("npus").EnumerateArray(), npu => Assert.Equal(expectedWall, npu.GetProperty("wall").GetInt64()));
    }

    [Fact]
    public void Run_ReferenceFlagsAsJson_PrintsEverything()
    {
        var run = ClusterSimProgram.Run(["run", .. ReferenceFlags, "--format", "json"]);

        Assert.Equal(0, run.ExitCode);
        Golden.Check("run-flags.json", PrintedRun.WithoutTimes(run.Output));
    }

    [Fact]
    public void Run_ReferenceFlagsAsCsv_PrintsARowEachNpu()
    {
        var run = ClusterSimProgram.Run(["run", .. ReferenceFlags, "--format", "csv"]);

        Assert.Equal(0, run.ExitCode);
        Golden.Check("run-flags.csv", run.Output);
    }

    [Fact]
    public void Run_ReferenceFlagsAsTable_PrintsASummary()
    {
        var run = ClusterSimProgram.Run(["run", .. ReferenceFlags]);

        Assert.Equal(0, run.ExitCode);
        Golden.Check("run-flags.txt", PrintedRun.WithoutTimes(run.Output));
    }

    [Fact]
    public void Run_Set_ChangesTheExperiment()
    {
        var slow = Wall("run", MainJob, "--set", "network.bandwidth=[100]", "--format", "csv");
        var fast = Wall("run", MainJob, "--set", "network.bandwidth=[1600]", "--format", "csv");

        Assert.True(fast < slow, $"{fast} ns at 1600 GB/s, {slow} ns at 100 GB/s");
    }

    [Fact]
    public void Run_MemoryTimelineOfASystemThatTracksNone_SaysWhatToSet()
    {
        using var folder = new TemporaryFolder();

        var run = ClusterSimProgram.Run("run", MainJob, "--memory-timeline", folder.PathOf("memory.csv"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("--memory-timeline: The system does not track memory. Add --set system.track-local-mem=1.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MemoryTimeline_IsWrittenToTheFile()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("memory.csv");

        var run = ClusterSimProgram.Run("run", MainJob, "--set", "system.track-local-mem=1", "--memory-timeline", file);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("npu,time_ns,bytes\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    // The second column of the first NPU's row is its finish, the fourth its wall time.
    private static long Wall(params string[] arguments) =>
        long.Parse(ClusterSimProgram.Run(arguments).Output.Split('\n')[1].Split(',')[3], CultureInfo.InvariantCulture);
}
