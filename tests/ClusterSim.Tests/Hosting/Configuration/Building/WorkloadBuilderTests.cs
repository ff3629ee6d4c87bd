using ClusterSim.Core.Collectives;
using ClusterSim.Tests.Workload;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class WorkloadBuilderTests : IDisposable
{
    private const string Layer = "{ name: a, forward_us: 3, input_gradient_us: 4, weight_gradient_us: 5, all_reduce: 2KiB }";

    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Theory]
    [InlineData("4096", 4096)]
    [InlineData("4096B", 4096)]
    [InlineData("4 KiB", 4096)]
    [InlineData("1.5MiB", 1_572_864)]
    [InlineData("2GiB", 2_147_483_648)]
    [InlineData("1e6", 1_000_000)]
    public void Collective_OfSize_HasItsBytes(string size, long bytes)
    {
        var workload = input.Load($"workload.size={size}", "workload.collective=all-gather").Experiment.Workload;

        Assert.Equal(4, workload.Graphs.Count);
        Assert.Same(workload.Graphs[0], workload.Graphs[3]);
        Assert.Equal(bytes, workload.Graphs[0][0].Size.Bytes);
        Assert.Equal(CollectiveKind.AllGather, workload.Graphs[0][0].Collective);
    }

    [Fact]
    public void Collective_Repeated_HasAsManyNodes() =>
        Assert.Equal(3, input.Load("workload.repeat=3").Experiment.Workload.Graphs[0].Count);

    [Theory]
    [InlineData("size=-1", "-1 is not allowed: give whole bytes of at least 1, or a size with one of the units B, KiB, MiB, GiB, such "
        + "as 1MiB.")]
    [InlineData("size=1.5", "1.5 is not allowed: give whole bytes of at least 1, or a size with one of the units B, KiB, MiB, GiB, "
        + "such as 1MiB.")]
    [InlineData("size=1MB", "1MB is no size: give whole bytes of at least 1, or a size with one of the units B, KiB, MiB, GiB, such as "
        + "1MiB.")]
    [InlineData("size=9000000GiB", "9000000GiB is more than 9,007,199,254,740,992 bytes: give whole bytes of at least 1, or a size "
        + "with one of the units B, KiB, MiB, GiB, such as 1MiB.")]
    [InlineData("repeat=0", "0 is not allowed: give a whole number from 1 to 20,000,000.")]
    [InlineData("collective=all-redcue", "all-redcue is not allowed: give one of all-reduce, all-gather, all-to-all, reduce-scatter, "
        + "broadcast, reduce, gather, scatter, barrier. Did you mean all-reduce?")]
    [InlineData("schedule=serial", "Unknown key: a workload of one collective has no schedule. It has collective, size, repeat.")]
    public void Collective_WithOneValueWrong_SaysWhatIsAllowed(string assignment, string problem)
    {
        var key = assignment[..assignment.IndexOf('=', StringComparison.Ordinal)];

        Assert.Equal([$"--set workload.{key}: {problem}"], input.Problems($"workload.{assignment}"));
    }

    [Fact]
    public void Layers_Inline_BecomeNodes()
    {
        var workload = input.Load($"workload={{ layers: [ {Layer} ], schedule: overlap, iterations: 2 }}").Experiment.Workload;

        Assert.Equal("layers", workload.Name);
        Assert.Equal(8, workload.Graphs[0].Count);
        Assert.Equal(3000, workload.Graphs[0][0].Duration.Ns);
        Assert.Equal(2048, workload.Graphs[0][3].Size.Bytes);
    }

    [Fact]
    public void Layers_OfFile_AreRelativeToTheFileThatNamesThem()
    {
        input.Write("workloads/two.yaml", $"- {Layer}\n- {Layer}\n");
        input.Write("workloads/step.yaml", "layers: two.yaml\n");
        input.Write("experiment.yaml", "workload: workloads/step.yaml\nnetwork: network.yml\nsystem: system.json\n");

        var workload = input.Load().Experiment.Workload;

        Assert.Equal("two", workload.Name);
        Assert.Equal(8, workload.Graphs[0].Count);
    }

    [Fact]
    public void Layers_WithMistakes_NameFileLineAndLayer()
    {
        input.Write(
            "layers.yaml",
            "- { name: a, forward_us: 1.5, input_gradient_us: -1, weight_gradient: 3, all_reduce: 4KB }\n- { name: b }\n");

        Assert.Equal(
            [
                "layers.yaml:1 [0].forward_us: 1.5 is not allowed: give a whole number from 0 to 1,000,000,000,000 (us).",
                "layers.yaml:1 [0].input_gradient_us: -1 is not allowed: give a whole number from 0 to 1,000,000,000,000 (us).",
                "layers.yaml:1 [0].weight_gradient: Unknown key: a layer has no weight_gradient. Did you mean weight_gradient_us?",
                "layers.yaml:1 [0].all_reduce: 4KB is no size: give whole bytes of at least 0, or a size with one of the units B, KiB, "
                    + "MiB, GiB, such as 1MiB.",
                "layers.yaml:2 [1]: forward_us is missing: give a whole number from 0 to 1,000,000,000,000 (us). Compute of the "
                    + "forward pass in us.",
                "layers.yaml:2 [1]: input_gradient_us is missing: give a whole number from 0 to 1,000,000,000,000 (us). Compute of the "
                    + "gradient of the layer's input in us.",
                "layers.yaml:2 [1]: weight_gradient_us is missing: give a whole number from 0 to 1,000,000,000,000 (us). Compute of "
                    + "the gradient of the layer's weights in us.",
                "layers.yaml:2 [1]: all_reduce is missing: give whole bytes of at least 0, or a size with one of the units B, KiB, "
                    + "MiB, GiB, such as 1MiB. Size of the all-reduce of the weights' gradient; 0: none.",
            ],
            input.Problems($"workload={{ layers: {input.PathOf("layers.yaml")} }}"));
    }

    [Theory]
    [InlineData("{ size: 1MiB }", "--set workload: None of layers, traces, collective is given: give one.")]
    [InlineData("{ colective: all-reduce }", "--set workload: None of layers, traces, collective is given: give one. Did you mean "
        + "collective?")]
    [InlineData("{ traces: x, collective: all-reduce }", "--set workload: traces and collective are both given: give one of layers, "
        + "traces, collective.")]
    public void Workload_OfNoOneForm_SaysWhichThereAre(string workload, string problem) =>
        Assert.Equal([problem], input.Problems($"workload={workload}"));

    [Fact]
    public void Traces_OfPrefix_AreLoaded()
    {
        AddTraces(4);

        var workload = input.Load(Traces()).Experiment.Workload;

        Assert.Equal(4, workload.Graphs.Count);
        Assert.Equal(NodeKind.Collective, workload.Graphs[2][0].Kind);
    }

    [Fact]
    public void Traces_OfFewerNpusThanTheNetwork_NameBothNumbers()
    {
        AddTraces(4);

        Assert.Contains(
            "The network has 8 NPUs and the workload 4: there are traces of NPUs 0 to 3 only.",
            Assert.Single(input.Problems(Traces(), "network.npus_count=[8]")));
    }

    [Fact]
    public void Traces_ThatReplaySomeFiles_ShareThem()
    {
        AddTraces(2);

        var workload = input.Load($"workload={{ traces: {input.PathOf("w")}, replay: [0, 1, 1, 0] }}").Experiment.Workload;

        Assert.Same(workload.Graphs[0], workload.Graphs[3]);
        Assert.Same(workload.Graphs[1], workload.Graphs[2]);
    }

    [Fact]
    public void Traces_ThatReplayForOtherNpuCount_NameBothNumbers()
    {
        AddTraces(2);

        Assert.Equal(
            ["--set workload.replay: The list names traces for 2 NPUs, but the network has 4. Give one entry an NPU."],
            input.Problems($"workload={{ traces: {input.PathOf("w")}, replay: [0, 1] }}"));
    }

    [Fact]
    public void Traces_MissingOrTruncated_AreNamed()
    {
        AddTraces(4);
        File.WriteAllBytes(input.PathOf("w.2.et"), [9, 9, 9]);

        Assert.Contains("w.2.et", Assert.Single(input.Problems(Traces())));
        Assert.Contains("none/x", Assert.Single(input.Problems($"workload={{ traces: {input.PathOf("none/x")} }}")));
    }

    [Fact]
    public void Groups_OfFile_AreNumberedAndGiven()
    {
        AddTraces(4, "tp");
        input.Write("groups.json", """{ "tp": [0, 1, 2, 3], "7": [1, 3] }""");

        var groups = input.Load(Traces(), "groups=" + input.PathOf("groups.json")).Experiment.Workload.Groups;

        Assert.Equal([0, 1, 2, 3], groups["tp"].Ranks);
        Assert.Equal((1, 7), (groups["tp"].Id, groups["7"].Id));
    }

    [Theory]
    [InlineData("{ 1: [0, 9] }", "--set groups.1: Group 1 has NPU 9; the network has the NPUs 0 to 3.")]
    [InlineData("{ 1: [0, 0] }", "--set groups.1: Group 1 has NPU 0 more than once.")]
    [InlineData("{ 1: [] }", "--set groups.1: an empty list is not allowed: give a list, each entry a whole number from 0 to 1,048,575.")]
    [InlineData("{ 1: all }", "--set groups.1: all is no list: give a list, each entry a whole number from 0 to 1,048,575.")]
    [InlineData("{ 1: [-1] }", "--set groups.1[0]: -1 is not allowed: give a whole number from 0 to 1,048,575.")]
    public void Groups_Wrong_SayWhatIsAllowed(string groups, string problem) => Assert.Equal([problem], input.Problems($"groups={groups}"));

    [Fact]
    public void Group_NamedByNodeButNotDefined_IsRefused()
    {
        AddTraces(4, "tp");

        Assert.All(input.Problems(Traces()), problem => Assert.Contains("tp, which is not defined", problem));
        Assert.NotEmpty(input.Problems(Traces()));
    }

    [Fact]
    public void Group_NamedByNodeWhereGroupsHaveMistakes_IsNotCalledUndefined()
    {
        AddTraces(4, "tp");

        Assert.Equal(
            ["--set groups.tp: all is no list: give a list, each entry a whole number from 0 to 1,048,575."],
            input.Problems(Traces(), "groups={ tp: all }"));
    }

    [Fact]
    public void Groups_WithMistakesOfManyKinds_NameThemAll()
    {
        input.Write("groups.json", """{ "tp": [0, 1, x, 1], "dp": [2, 3, 9], "pp": all, "0": [1, y] }""");

        Assert.Equal(
            [
                "groups.json:1 tp[2]: x is no number: give a whole number from 0 to 1,048,575.",
                "groups.json:1 pp: all is no list: give a list, each entry a whole number from 0 to 1,048,575.",
                "groups.json:1 0[1]: y is no number: give a whole number from 0 to 1,048,575.",
                "groups.json:1 tp: Group tp has NPU 1 more than once.",
                "groups.json:1 dp: Group dp has NPU 9; the network has the NPUs 0 to 3.",
            ],
            input.Problems("groups=" + input.PathOf("groups.json")));
    }

    [Fact]
    public void Groups_WithAMistake_StillJudgeWhoUsesTheOthers()
    {
        AddTraces(4, "dp");
        var problems = input.Problems(Traces(), "groups={ tp: all, dp: [0, 1, 2] }");

        Assert.Equal(
            [
                "--set groups.tp: all is no list: give a list, each entry a whole number from 0 to 1,048,575.",
                "w.3.et node 0 (n): NPU 3 runs a collective of group dp, which has the NPUs 0, 1, 2. Add the NPU to the group, or let the "
                    + "node name another group.",
            ],
            problems);
    }

    [Fact]
    public void Group_NamedByNodeButNotAmongGroupsWithMistakes_IsNotDefined()
    {
        AddTraces(4, "dp");

        var problems = input.Problems(Traces(), "groups={ everyone: all }");

        Assert.Equal(5, problems.Length);
        Assert.Equal("w.0.et node 0 (n): Its group (pg_name) is dp, which is not defined. Allowed: everyone.", problems[1]);
    }

    [Fact]
    public void Group_OfWhichNpusCannotBeRead_IsAskedNothingOfItsNumber()
    {
        AddTraces(4, "tp");

        Assert.Equal(
            ["--set groups.tp[2]: x is no number: give a whole number from 0 to 1,048,575."],
            input.Problems(Traces(), "groups={ tp: [0, 1, x, 3] }", "system.all-reduce-implementation=[halvingDoubling]"));
    }

    [Fact]
    public void MemoryNode_WithoutRemoteMemory_IsRefused()
    {
        AddLoads(_ => []);

        Assert.Equal(
            "w.0.et node 7 (n): It accesses remote memory, but there is none; so does 1 other node. Give the experiment a remote memory "
                + "(memory, --remote-memory-configuration), not NO_MEMORY_EXPANSION.",
            Assert.Single(input.Problems(Traces())));
        Assert.Empty(input.Problems(Traces(), "memory={ memory-type: MEMORY_POOL, remote-mem-latency: 5, remote-mem-bw: 1 }"));
        Assert.Empty(input.Problems(Traces(), "system.replay-only=1"));
    }

    [Fact]
    public void MemoryNode_InATraceWithMistakes_IsRefusedWithThem()
    {
        AddLoads(npu => npu == 2 ? [TraceMessages.Collective(9, size: -1), TraceMessages.Compute(10, 99)] : []);

        var problems = input.Problems(Traces());

        Assert.Equal(4, problems.Length);
        Assert.Contains("w.0.et node 7 (n): It accesses remote memory", problems[0], StringComparison.Ordinal);
        Assert.Contains("comm_size is -1", problems[1], StringComparison.Ordinal);
        Assert.Contains("w.2.et node 7 (n): It accesses remote memory", problems[3], StringComparison.Ordinal);
    }

    [Fact]
    public void MemoryNode_WhereTheRemoteMemoryHasMistakes_IsNoMistake()
    {
        AddLoads(_ => []);

        Assert.DoesNotContain(
            input.Problems(Traces(), "memory={ memory-type: MEMORY_POOL, remote-mem-latency: -5, remote-mem-bw: 1 }"),
            problem => problem.Contains("there is none", StringComparison.Ordinal));
    }

    [Fact]
    public void Algorithm_AskedForByANodeWithAnUglyName_ShowsItFitForATerminal()
    {
        var collective = TraceMessages.Collective(3);
        collective.Name = "evil\u001b[31m" + new string('x', 500);
        AddTraces(3, collective);

        var problem = Assert.Single(
            input.Problems(Traces(), "network.npus_count=[3]", "system.all-reduce-implementation=[halvingDoubling]"));

        Assert.Contains("node 3 (evil\\u001B[31mxxx", problem, StringComparison.Ordinal);
        Assert.Contains("xxx...) of NPU 0", problem, StringComparison.Ordinal);
    }

    private string Traces() => $"workload={{ traces: {input.PathOf("w")} }}";

    private void AddTraces(int count, string? group = null)
    {
        for (var npu = 0; npu < count; npu++)
        {
            var trace = TraceMessages.ToBytes(TraceMessages.Collective(0, size: 8 + npu, group: group));
            File.WriteAllBytes(input.PathOf($"w.{npu}.et"), trace);
        }
    }

    private void AddTraces(int count, Node node)
    {
        for (var npu = 0; npu < count; npu++)
        {
            File.WriteAllBytes(input.PathOf($"w.{npu}.et"), TraceMessages.ToBytes(node));
        }
    }

    // Four traces of two loads each, and what a test adds to them.
    private void AddLoads(Func<int, Node[]> others)
    {
        for (var npu = 0; npu < 4; npu++)
        {
            Node[] nodes = [Load(7), Load(8), .. others(npu)];
            File.WriteAllBytes(input.PathOf($"w.{npu}.et"), TraceMessages.ToBytes(nodes));
        }
    }

    private static Node Load(ulong id) =>
        TraceMessages.Node(id, NodeType.MemLoadNode, TraceMessages.Int("tensor_size", 8));
}
