using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine;

public sealed partial class WorkloadTests
{
    private static readonly string Cases = Repository.PathOf("tests", "ClusterSim.AcceptanceTests", "Cases");

    private static readonly GoldenFile Golden = new("tests", "ClusterSim.AcceptanceTests", "CommandLine", "Golden");

    [Fact]
    public void Convert_RecordedTexts_RunWithTheRecordedFigures()
    {
        using var folder = new TemporaryFolder();
        var names = Directory.GetDirectories(Cases, "ref-text-*").Select(path => Path.GetFileName(path)!).ToArray();
        foreach (var name in names)
        {
            CopyCase(name, folder);
            var text = Path.Combine(Cases, name, "workload.txt");
            var iterations = Passes().Match(File.ReadAllText(Path.Combine(Cases, name, "case.json"))).Groups["count"].Value;
            var run = ClusterSimProgram.Run("workload", "convert", text, "--npus", name.Split('-')[^1], "--iterations", iterations, "-o", folder.PathOf(name + "/workload"));
            Assert.Equal((0, ""), (run.ExitCode, run.Output));
        }

        var verification = ClusterSimProgram.Run("verify", folder.FullPath);

        Assert.Equal(new ProgramRun(0, $"{names.Length} of {names.Length} exact\n", ""), verification);
    }

    [Fact]
    public void Convert_ToJsonAndBack_GivesTheSameFiles()
    {
        using var folder = new TemporaryFolder();
        var prefix = Path.Combine(Cases, "ref-groups-000-fullyconnected-tp4-dp4", "workload");

        Assert.Equal(new ProgramRun(0, "", ""), ClusterSimProgram.Run("workload", "convert", prefix, "--to", "json", "-o", folder.PathOf("json/w")));
        Assert.Equal(new ProgramRun(0, "", ""), ClusterSimProgram.Run("workload", "convert", folder.PathOf("json/w"), "-o", folder.PathOf("back/w")));

        Assert.All(
            Directory.GetFiles(Path.GetDirectoryName(prefix)!, "workload.*.et"),
            path => Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(folder.PathOf(Path.GetFileName(path).Replace("workload", "back/w", StringComparison.Ordinal)))));
    }

    // What no other tool converts, from its text to the end of a run.
    [Fact]
    public void Convert_Transformer_RunsWithItsGroups()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write(
            "gpt.txt",
            """
            HYBRID_TRANSFORMER_FWD_IN_BCKWD model_parallel_NPU_group: 2 checkpoints: 1 0 checkpoint_initiates: 1 1
            2
            a -1 100 ALLREDUCE 4096 100 ALLREDUCE 4096 100 ALLREDUCE 8192 1
            b -1 100 ALLREDUCE 4096 100 ALLREDUCE 4096 100 ALLREDUCE 8192 1
            """);
        var experiment = folder.Write(
            "run.yaml",
            """
            workload: { traces: gpt }
            network: { topology: [Ring], npus_count: [8], bandwidth: [100], latency: [500] }
            system: { all-reduce-implementation: [ring], all-gather-implementation: [ring], reduce-scatter-implementation: [ring], all-to-all-implementation: [ring], local-mem-bw: 1600 }
            groups: gpt.groups.json
            """);

        Assert.Equal(0, ClusterSimProgram.Run("workload", "convert", text, "--npus", "8", "--iterations", "2", "-o", folder.PathOf("gpt")).ExitCode);

        Assert.StartsWith($"{folder.PathOf("gpt")}: ok (traces)\n", ClusterSimProgram.Run("validate", folder.PathOf("gpt")).Output, StringComparison.Ordinal);
        AssertShownIsRun(experiment);
    }

    [Fact]
    public void Convert_PrefixWithGroups_TakesThemAlong()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("gpt.txt", "HYBRID_TRANSFORMER model_parallel_NPU_group: 2\n1\na -1 1 NONE 0 1 NONE 0 1 NONE 0 1\n");
        ClusterSimProgram.Run("workload", "convert", text, "--npus", "4", "-o", folder.PathOf("gpt"));

        ClusterSimProgram.Run("workload", "convert", folder.PathOf("gpt"), "--to", "json", "-o", folder.PathOf("json/gpt"));

        const string Groups = "{\n  \"1\": [0, 1],\n  \"2\": [2, 3],\n  \"3\": [0, 2],\n  \"4\": [1, 3]\n}\n";
        Assert.Equal((Groups, Groups), (File.ReadAllText(folder.PathOf("gpt.groups.json")), File.ReadAllText(folder.PathOf("json/gpt.groups.json"))));
    }

    [Theory]
    [InlineData("ref-text-003-hybrid-data-model-4")]
    [InlineData("ref-roofline-000-4")]
    [InlineData("ref-groups-000-fullyconnected-tp4-dp4")]
    [InlineData("resnet50-overlap-8-aware")]
    public void Show_RecordedCase_SumsToWhatTheRunReports(string name)
    {
        using var folder = new TemporaryFolder();
        CopyCase(name, folder, withTraces: true);
        var groups = File.Exists(folder.PathOf(name + "/comm_groups.json")) ? "groups: comm_groups.json\n" : "";
        using var recorded = JsonDocument.Parse(File.ReadAllText(folder.PathOf(name + "/case.json")));
        var (traces, backend) = (recorded.RootElement.GetProperty("traces"), recorded.RootElement.GetProperty("backend"));

        AssertShownIsRun(folder.Write(
            name + "/experiment.yaml",
            $"workload: {{ traces: workload, replay: {traces} }}\nnetwork: network.yml\nsystem: system.json\nmemory: remote_memory.json\nbackend: {backend}\n{groups}"));
    }

    [Fact]
    public void Show_Traces_PrintsTables()
    {
        var run = ClusterSimProgram.Run("workload", "show", Path.Combine("tests", "ClusterSim.AcceptanceTests", "Cases", "ref-groups-005-fullyconnected-tp2-dp2", "workload"), "--groups", "tests/ClusterSim.AcceptanceTests/Cases/ref-groups-005-fullyconnected-tp2-dp2/comm_groups.json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.Check("workload-show.txt", run.Output);
    }

    [Fact]
    public void Show_NpusThatDisagree_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Cases, "ref-text-000-micro-8", "workload.0.et"), folder.PathOf("t.0.et"));
        File.Copy(Path.Combine(Cases, "ref-text-006-micro-8", "workload.1.et"), folder.PathOf("t.1.et"));

        var run = ClusterSimProgram.Run("workload", "show", folder.PathOf("t"));

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.Contains("NPUs 0 and 1 disagree on their collectives", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rescale_Cases_RunAsLargerOnes()
    {
        using var folder = new TemporaryFolder();
        const string Name = "ref-text-007-data-8";
        CopyCase(Name, folder, withTraces: true);

        var rescaled = ClusterSimProgram.Run("workload", "rescale", folder.PathOf(Name + "/workload"), "--npus", "16", "-o", folder.PathOf(Name + "/larger"));

        Assert.Equal(new ProgramRun(0, "", ""), rescaled);
        AssertShownIsRun(folder.Write(
            Name + "/experiment.yaml",
            "workload: { traces: larger }\nnetwork: { topology: [Ring], npus_count: [16], bandwidth: [50], latency: [500] }\nsystem: system.json\n"));
    }

    [Fact]
    public void Mistakes_OfOptionsAndFiles_AreToldTogether()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.txt", "DATTA\n1\na -1 x NONE 0 1 NONE 0 1 NONE 0 1\n");

        using var convert = ClusterSimProgram.Start(folder.FullPath, ["workload", "convert", "bad.txt", "-o", "out/t"]);
        using var wrongOption = ClusterSimProgram.Start(folder.FullPath, ["workload", "convert", "bad.txt", "--npus", "none", "-o", "out/t"]);
        using var rescale = ClusterSimProgram.Start(folder.FullPath, ["workload", "rescale", "t", "--npus", "2", "-o", "t"]);
        using var show = ClusterSimProgram.Start(folder.FullPath, ["workload", "show", "nothing", "--peak-perf", "900"]);

        Golden.Check(
            "workload-mistakes.txt",
            string.Concat(new[] { convert, wrongOption, rescale, show }.Select(program => program.WaitForEnd(ClusterSimProgram.Bound)).Select(run => $"exit code {run.ExitCode}\n{run.Output}{run.Error}")));
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    // Of each NPU: the time of its compute nodes, and the data of its collectives.
    private static void AssertShownIsRun(string experiment)
    {
        using var shown = JsonDocument.Parse(ClusterSimProgram.Run("workload", "show", experiment, "--format", "json").Output);
        using var run = JsonDocument.Parse(ClusterSimProgram.Run("run", experiment, "--format", "json").Output);

        Assert.Equal(ComputeOfRun(run.RootElement), ComputeShown(shown.RootElement));
        Assert.Equal(
            run.RootElement.GetProperty("collectives").EnumerateArray()
                .GroupBy(call => $"{call.GetProperty("kind")} in {call.GetProperty("group")}", call => call.GetProperty("bytes").GetInt64())
                .ToDictionary(calls => calls.Key, calls => calls.Sum(), StringComparer.Ordinal),
            shown.RootElement.GetProperty("communication").EnumerateArray()
                .ToDictionary(row => $"{row.GetProperty("kind")} in {row.GetProperty("group")}", row => row.GetProperty("bytes").GetInt64(), StringComparer.Ordinal));
    }

    private static Dictionary<int, long> ComputeOfRun(JsonElement run) => run.GetProperty("npus").EnumerateArray()
        .ToDictionary(npu => npu.GetProperty("npu").GetInt32(), npu => npu.TryGetProperty("gpu", out var gpu) ? gpu.GetInt64() : 0);

    private static Dictionary<int, long> ComputeShown(JsonElement shown)
    {
        var times = new Dictionary<int, long>();
        foreach (var row in shown.GetProperty("npus").EnumerateArray())
        {
            foreach (var range in row.GetProperty("npus").GetString()!.Split(", "))
            {
                int[] ends = [.. range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
                for (var npu = ends[0]; npu <= ends[^1]; npu++)
                {
                    times.Add(npu, row.GetProperty("compute_ns").GetInt64());
                }
            }
        }

        return times;
    }

    private static void CopyCase(string name, TemporaryFolder folder, bool withTraces = false)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Cases, name)).Where(path => withTraces || !path.EndsWith(".et", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(folder.PathOf(name));
            File.Copy(path, folder.PathOf($"{name}/{Path.GetFileName(path)}"));
        }
    }

    [GeneratedRegex(@"num_passes (?<count>\d+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Passes();
}
