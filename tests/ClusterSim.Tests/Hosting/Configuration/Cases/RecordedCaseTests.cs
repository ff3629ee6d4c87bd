using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Tests.Workload;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Cases;

public sealed class RecordedCaseTests : IDisposable
{
    private const string Case = """
        {
         "id": "two", "backend": "congestion-unaware",
         "flags": { "num-queues-per-dim": 2, "rendezvous-protocol": "true", "injection-scale": "0.5" },
         "note": "what it is about", "order_sensitive": true, "traces": [ 0, 0 ],
         "npus": [
          {"npu": 1, "finish": 20, "finish_min": 18, "finish_max": 22},
          {"npu": 0, "finish": 10, "exposed": 9, "wall": 8, "comm": 7, "gpu": 6, "cpu": 5, "remote_mem": 4, "overlap": 3, "hidden_comm": 2,
           "compute_bound_percentage": 100.0, "average_compute_utilization": 50.5,
           "average_memory_utilization": 2.257, "average_operation_intensity": 13980.671,
           "peak_memory": 1024}
         ]
        }
        """;

    private readonly InputFolder input = new();

    public RecordedCaseTests()
    {
        input.Write("case/network.yml", InputFolder.Network.Replace("4", "2", StringComparison.Ordinal));
        input.Write("case/system.json", InputFolder.System);
        input.Write("case/case.json", Case);
        File.WriteAllBytes(input.PathOf("case/workload.0.et"), TraceMessages.ToBytes(TraceMessages.Compute(0)));
    }

    private string Folder => input.PathOf("case");

    public void Dispose() => input.Dispose();

    [Fact]
    public void Case_WithAllFigures_IsRead()
    {
        var recorded = RecordedCase.Read(Folder);

        Assert.Equal(("two", "what it is about", true), (recorded.Id, recorded.Note, recorded.IsOrderSensitive));
        Assert.Equal(2, recorded.Experiment.System.QueuesPerDimension);
        Assert.True(recorded.Experiment.System.Rendezvous);
        Assert.Same(recorded.Experiment.Workload.Graphs[0], recorded.Experiment.Workload.Graphs[1]);
        var (first, second) = (recorded.Expected[0], recorded.Expected[1]);
        Assert.Equal([10, 10, 10], [first.Finish.Ns, first.FinishMin.Ns, first.FinishMax.Ns]);
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2], new[]
        {
            first.Exposed?.Ns, first.Wall?.Ns, first.Communication.Ns, first.Gpu.Ns, first.Cpu.Ns, first.RemoteMemory.Ns, first.Overlap.Ns,
            first.HiddenCommunication?.Ns,
        });
        Assert.Equal(new(100, 50.5, 2.257, 13980.671), first.Roofline);
        Assert.Equal(1024, first.PeakMemory?.Bytes);
        Assert.Equal((18, 22), (second.FinishMin.Ns, second.FinishMax.Ns));
        Assert.Equal((0, null, null), (second.Gpu.Ns, second.Wall, second.Roofline));
    }

    [Fact]
    public void Case_WithMistakesOfItsOwnAndOfItsFiles_NamesAll()
    {
        input.Write("case/case.json", """
            {
              "backend": "aware", "flags": { "num-queue-per-dim": 2, "comm-scale": "x" }, "traces": [ 0, 0 ],
              "npus": [ { "npu": 0, "finsh": 1 } ]
            }
            """);
        input.Write("case/system.json", "{}");

        Assert.Equal(
            [
                "case/case.json:2 backend: \"aware\" is not allowed: give one of congestion-aware, congestion-unaware.",
                "case/case.json:3 npus[0].finsh: Unknown key: the record of an NPU has no finsh. Did you mean finish?",
                "case/case.json:2 flags.num-queue-per-dim: Unknown flag. Allowed: num-queues-per-dim, injection-scale, compute-scale, "
                    + "comm-scale, rendezvous-protocol. Did you mean num-queues-per-dim?",
                "case/system.json: local-mem-bw is missing: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 10^9 bytes). Bandwidth of an NPU's "
                    + "own memory in GB/s of 10^9 bytes: what reductions and the roofline read and write with.",
                "case/case.json:2 flags.comm-scale: x is no number: give a number from 0 to 1,000,000.",
            ],
            input.ProblemsOf(() => RecordedCase.Read(Folder)));
    }

    [Fact]
    public void Case_WithoutNetwork_SaysSo()
    {
        File.Delete(input.PathOf("case/network.yml"));

        Assert.Equal(["case/case.json: The file case/network.yml does not exist."], input.ProblemsOf(() => RecordedCase.Read(Folder)));
    }

    [Fact]
    public void Case_WithTracesForOtherNpuCount_NamesBothNumbers()
    {
        input.Write("case/case.json", Case.Replace("[ 0, 0 ]", "[ 0 ]", StringComparison.Ordinal));

        Assert.Equal(
            ["case/case.json:4 traces: The list names traces for 1 NPUs, but the network has 2. Give one entry an NPU."],
            input.ProblemsOf(() => RecordedCase.Read(Folder)));
    }

    [Fact]
    public void Case_WithPartOfTheRoofline_SaysWhatIsMissing()
    {
        input.Write("case/case.json", Case.Replace("\"compute_bound_percentage\": 100.0,", "", StringComparison.Ordinal));

        Assert.Equal(
            ["case/case.json:7 npus[1]: Of the roofline's figures, compute_bound_percentage are missing. Give all or none."],
            input.ProblemsOf(() => RecordedCase.Read(Folder)));
    }

    [Fact]
    public void Case_WithValueThatIsReadTwice_TellsItsMistakeOnce()
    {
        input.Write("case/case.json", Case.Replace("[ 0, 0 ]", "[ 0, x ]", StringComparison.Ordinal));

        Assert.Equal(
            ["case/case.json:4 traces[1]: x is no number: give a whole number from 0 to 1,048,575."],
            input.ProblemsOf(() => RecordedCase.Read(Folder)));
    }

    [Fact]
    public void Case_WhereNodesRunSideBySide_MayExposeLessThanNothing()
    {
        input.Write("case/case.json", Case.Replace("\"exposed\": 9", "\"exposed\": -9", StringComparison.Ordinal));

        Assert.Equal(-9, RecordedCase.Read(Folder).Expected[0].Exposed?.Ns);
    }

    [Fact]
    public void Case_WithFiguresForOtherNpus_IsRefused()
    {
        input.Write("case/case.json", Case.Replace("\"npu\": 1", "\"npu\": 0", StringComparison.Ordinal));

        Assert.Equal(
            ["case/case.json:5 npus: There are figures for 2 NPUs, not one for each of the 2 of the network. Give the figures of each "
                + "NPU once."],
            input.ProblemsOf(() => RecordedCase.Read(Folder)));
    }

    [Fact]
    public void Case_WithoutFiguresThatAreAlwaysAsked_NamesThem()
    {
        input.Write("case/case.json", Case.Replace("\"order_sensitive\": true", "\"order_sensitive\": false", StringComparison.Ordinal));

        Assert.Equal(
            ["case/case.json:6 npus[0]: Figures are missing: exposed, wall. Give them, or mark the case as order_sensitive."],
            input.ProblemsOf(() => RecordedCase.Read(Folder)));
    }

    [Fact]
    public void Find_FolderWithLinksInCircles_GivesEachCaseOnce()
    {
        input.Write("more/b/case.json", Case);
        input.Write("elsewhere/c/case.json", Case);
        Directory.CreateSymbolicLink(input.PathOf("more/a-loop"), input.PathOf("more"));
        Directory.CreateSymbolicLink(input.PathOf("more/b/up"), "..");
        Directory.CreateSymbolicLink(input.PathOf("more/linked"), input.PathOf("elsewhere"));

        Assert.Equal([input.PathOf("more/b"), input.PathOf("more/linked/c")], RecordedCase.Find(input.PathOf("more")));
    }

    [Fact]
    public void Find_Folder_GivesCasesBelowItInOrder()
    {
        input.Write("more/b/case.json", Case);
        input.Write("more/a/case.json", Case);

        Assert.Equal([input.PathOf("more/a"), input.PathOf("more/b")], RecordedCase.Find(input.PathOf("more")));
    }

    [Theory]
    [InlineData("nowhere", "nowhere: There is no such folder. Give a folder with recorded cases.")]
    [InlineData("empty", "empty: No folder in it has a case.json. Give a folder with recorded cases.")]
    public void Find_FolderWithoutCases_IsRefused(string name, string problem)
    {
        Directory.CreateDirectory(input.PathOf("empty"));

        Assert.Equal([problem], input.ProblemsOf(() => RecordedCase.Find(input.PathOf(name))));
    }
}
