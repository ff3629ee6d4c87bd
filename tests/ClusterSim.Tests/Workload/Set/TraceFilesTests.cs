using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using Xunit;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Set;

public sealed class TraceFilesTests
{
    [Fact]
    public void Load_DifferentTraces_GivesEachNpuItsOwn()
    {
        using var traces = Traces(Compute(0), Compute(1));

        var workload = TraceFiles.Load(traces["w"], 2);

        Assert.Equal([0UL, 1UL], workload.Graphs.Select(graph => graph[0].Id));
        Assert.Equal(traces["w"], workload.Name);
    }

    [Fact]
    public void Load_EqualTraces_SharesOneGraph()
    {
        using var traces = Traces(Compute(0), Compute(1), Compute(0), Compute(0));

        var workload = TraceFiles.Load(traces["w"], 4);

        Assert.Same(workload.Graphs[0], workload.Graphs[2]);
        Assert.Same(workload.Graphs[0], workload.Graphs[3]);
        Assert.NotSame(workload.Graphs[0], workload.Graphs[1]);
    }

    [Fact]
    public void Load_MoreTracesThanNpus_IgnoresTheRest()
    {
        using var traces = Traces(Compute(0), Compute(0), Compute(0));

        Assert.Equal(2, TraceFiles.Load(traces["w"], 2).Graphs.Count);
    }

    [Fact]
    public void Load_SameFileForSeveralNpus_SharesOneGraph()
    {
        using var traces = Traces(Compute(0), Compute(1));

        var workload = TraceFiles.Load("case", [traces["w.1.et"], traces["w.0.et"], traces["w.1.et"]]);

        Assert.Equal(("case", 1UL), (workload.Name, workload.Graphs[0][0].Id));
        Assert.Same(workload.Graphs[0], workload.Graphs[2]);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "w.0.et node 1 (n): comm_root is 2; its 2 ranks are 0 to 1. Give the root's place among them.")]
    public void Load_RootOfACollective_MustBeAmongItsRanks(int root, string? problem)
    {
        var reduce = Collective(1, CollectiveCommType.Reduce).With(Int("comm_root", root));
        using var traces = Traces(reduce, reduce);

        if (problem is null)
        {
            Assert.Equal(root, TraceFiles.Load(traces["w"], 2).Graphs[0][0].Peer);
        }
        else
        {
            Assert.Equal(problem, traces.Problem(() => TraceFiles.Load(traces["w"], 2)));
        }
    }

    [Fact]
    public void Load_TraceOfOneNpuOnly_AsksForTheOthers()
    {
        using var traces = Traces(Compute(0));

        Assert.Equal(
            "w: The network has 3 NPUs and the workload 1: there is a trace of NPU 0 only. To have one for each, add w.1.et to w.2.et.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 3)));
    }

    [Fact]
    public void Load_TracesForFewerNpus_NamesBothNumbers()
    {
        using var traces = Traces(Compute(0), Compute(0), Compute(0), Compute(0));

        Assert.Equal(
            "w: The network has 8 NPUs and the workload 4: there are traces of NPUs 0 to 3 only. "
            + "Give the network 4 NPUs, or add w.4.et to w.7.et.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 8)));
    }

    [Fact]
    public void Load_OneTraceTooFew_NamesIt()
    {
        using var traces = Traces(Compute(0), Compute(0));

        Assert.EndsWith(
            "Give the network 2 NPUs, or add w.2.et.", traces.Problem(() => TraceFiles.Load(traces["w"], 3)), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MissingTracesInBetween_NamesThem()
    {
        using var traces = Traces(Compute(0), Compute(0), Compute(0), Compute(0), Compute(0));
        File.Delete(traces["w.1.et"]);
        File.Delete(traces["w.3.et"]);

        Assert.Equal(
            "w: The network has 5 NPUs; of these, 1, 3 have no trace (3 have one). Add w.1.et and the others.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 5)));
    }

    [Fact]
    public void Load_TracesOfHigherNpusOnly_SaysThatAllAreMissing()
    {
        using var traces = new TemporaryTraces();
        traces.AddTrace("w.7.et", Compute(0));

        Assert.Equal(
            "w: The network has 2 NPUs; of these, 0, 1 have no trace (0 have one). Add w.0.et and the others.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 2)));
    }

    [Theory]
    [InlineData("ww", "ww: No file ww.<NPU>.et is in the folder ")]
    [InlineData("x/w", "x/w: The folder x does not exist. Give the traces as folder/prefix.")]
    public void Load_PrefixThatMatchesNothing_SaysSo(string prefix, string problem)
    {
        using var traces = Traces(Compute(0));

        Assert.StartsWith(problem, traces.Problem(() => TraceFiles.Load(traces[prefix], 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("traine", "Did you mean train?")]
    [InlineData("train.0.et", "Give the prefix alone: train.")]
    [InlineData("something", "Prefixes in it: infer, train.")]
    public void Load_PrefixThatMatchesNothing_SuggestsAnother(string prefix, string suggestion)
    {
        using var traces = new TemporaryTraces();
        traces.AddTrace("train.0.et", Compute(0));
        traces.AddTrace("infer.0.et", Compute(0));
        traces.AddTrace("infer.1.et", Compute(0));

        Assert.EndsWith(suggestion, traces.Problem(() => TraceFiles.Load(traces[prefix], 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FolderWithoutTraces_SaysHowTheyAreNamed()
    {
        using var traces = new TemporaryTraces();
        traces.AddText("w.et", "");
        traces.AddText("w.01.et", "");
        traces.AddText("w.x.et", "");

        Assert.EndsWith(
            "There are no traces in it: their names must end with .<rank>.et.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 1)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SeveralWrongTraces_ReportsAll()
    {
        using var traces = Traces(Compute(0, 5), Compute(1), Send(0, to: 3));
        traces.AddText("w.1.et", "");

        Assert.Equal(
            [
                "w.0.et node 0 (n): It depends on node 5, which the trace does not have. Add that node, or take the dependency away.",
                "w.1.et: The file is empty; a Chakra trace starts with a GlobalMetadata message.",
                "w.2.et node 0 (n): It sends to NPU 3 (comm_dst); allowed: 0 to 2.",
            ],
            traces.Problems(() => TraceFiles.Load(traces["w"], 3)));
    }

    [Fact]
    public void Load_ManyWrongTraces_ListsAHundredMistakesAndCountsTheRest()
    {
        using var traces = Traces([.. Enumerable.Range(0, 150).Select(i => Compute((ulong)i, 1000))]);

        var problems = traces.Problems(() => TraceFiles.Load(traces["w"], 150));

        Assert.Equal((101, "traces: 50 more mistakes."), (problems.Length, problems[^1]));
    }

    [Fact]
    public void Load_EqualTracesOfWhichOneNpuSendsToItself_NamesThatNpuOnly()
    {
        using var traces = Traces(Send(0, to: 1), Send(0, to: 1), Send(0, to: 1));

        Assert.Equal(
            "w.1.et node 0 (n): NPU 1 sends to itself (comm_dst is 1). Name another NPU.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 3)));
    }

    [Fact]
    public void Load_EqualTracesThatNameTheirNpu_AreWrongForTheOthers()
    {
        var send = Send(0, to: 3).With(Int("comm_src", 0));
        using var traces = Traces(send, send, Compute(0), Compute(0));

        Assert.StartsWith(
            "w.1.et node 0 (n): It says that NPU 0 sends (comm_src), but this is the trace of NPU 1.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 4)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Load_GroupsOfFileAndTraces_AreJoined()
    {
        using var traces = Traces(Metadata(0, """['[{"pg_name":"dp","ranks":[]},{"pg_name":"0","ranks":[]}]']"""), Compute(0));

        var workload = TraceFiles.Load(traces["w"], 2, groups: [new GroupDefinition("tp", [1, 0], "groups.json \"tp\"")]);

        Assert.Equal(
            ["tp 1 1,0", "dp 2 0,1"],
            workload.Groups.Values.Select(group => $"{group.Name} {group.Id} {string.Join(',', group.Ranks)}"));
    }

    [Fact]
    public void Load_TracesThatDefineAGroupDifferently_NamesBoth()
    {
        using var traces = Traces(
            Metadata(0, """['[{"pg_name":"dp","ranks":[0,1]}]']"""), Metadata(0, """['[{"pg_name":"dp","ranks":[1,0]}]']"""));

        Assert.StartsWith(
            "w.1.et node 0: Group dp has the NPUs 1, 0 here, but 0, 1 in w.0.et node 0.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 2)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Load_GroupThatIsNotDefined_NamesTheDefinedOnes()
    {
        using var traces = Traces(Collective(4, group: "tp1"), Compute(0));

        Assert.Equal(
            "w.0.et node 4 (n): Its group (pg_name) is tp1, which is not defined. Allowed: tp, dp. Did you mean tp?",
            traces.Problem(() => TraceFiles.Load(traces["w"], 2, groups: [new("tp", [0], "a"), new("dp", [0, 1], "a")])));
    }

    [Fact]
    public void Load_GroupThatIsNotDefinedAmongMany_NamesSomeAndTheNearest()
    {
        using var traces = Traces(Collective(4, group: "group99x"));
        GroupDefinition[] groups = [.. Enumerable.Range(1, 99).Select(i => new GroupDefinition($"group{i}", [0], "a"))];

        Assert.EndsWith(
            "group9, group10 and 89 more. Did you mean group99?",
            traces.Problem(() => TraceFiles.Load(traces["w"], 1, groups: groups)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Load_GroupWithoutAnyDefined_SaysHowToDefineIt()
    {
        using var traces = Traces(Collective(4, group: "tp"));

        Assert.EndsWith(
            "No group is: define it in a file of process groups, or in a METADATA node.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 1)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Load_CollectiveOfAGroupThatTheNpuIsNotIn_NamesBoth()
    {
        using var traces = Traces(Collective(4, group: "tp"), Collective(4, group: "tp"), Collective(4, group: "tp"));

        Assert.Equal(
            "w.0.et node 4 (n): NPUs 1, 2 run a collective of group tp, which has the NPUs 0. "
            + "Add the NPU to the group, or let the node name another group.",
            traces.Problem(() => TraceFiles.Load(traces["w"], 3, groups: [new("tp", [0], "a")])));
    }

    [Fact]
    public void Load_MistakesOfAllStages_NamesAll()
    {
        using var traces = new TemporaryTraces();
        traces.AddTrace(
            "w.0.et",
            Send(0, to: 9),
            Send(1, to: 0),
            Collective(2, size: -4, group: "nope"),
            Compute(3, 55),
            Metadata(4, "garbage"),
            Metadata(5, """['[{"pg_name":"1","ranks":[0,7]}]']"""));
        traces.AddTrace("w.1.et", Receive(0, from: 7), Compute(1), Compute(1));

        string[] beginnings =
        [
            "w.0.et node 2 (n): comm_size is -4",
            "w.0.et node 4 (n): inputs.values must define",
            "w.0.et node 3 (n): It depends on node 55",
            "w.0.et node 1 (n): NPU 0 sends to itself",
            "w.0.et node 0 (n): It sends to NPU 9",
            "w.0.et node 2 (n): Its group (pg_name) is nope",
            "w.1.et node 1: More than one node",
            "w.1.et node 0 (n): It receives from NPU 7",
            "w.0.et node 5: Group 1 has NPU 7",
        ];
        var problems = traces.Problems(() => TraceFiles.Load(traces["w"], 2));

        Assert.Equal(beginnings.Length, problems.Length);
        Assert.All(beginnings.Zip(problems), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_GroupWhoseDefinitionCannotBeRead_IsNotCalledUndefined()
    {
        using var traces = Traces(Metadata(0, """['[{"pg_name":"tp"}]']"""), Collective(0, group: "tp"));

        Assert.StartsWith(
            "w.0.et node 0 (n): inputs.values must define", traces.Problem(() => TraceFiles.Load(traces["w"], 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_GroupInATraceThatBreaksOff_IsNotCalledUndefined()
    {
        using var traces = new TemporaryTraces();
        traces.Add("w.0.et", [.. ToBytes(Collective(0, group: "tp")), 50]);
        traces.AddTrace("w.1.et", Collective(0, group: "tp"));

        Assert.Contains("truncated", traces.Problem(() => TraceFiles.Load(traces["w"], 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SomeGroupsUnknown_CallsNoneUndefined()
    {
        using var traces = Traces(Collective(4, group: "tp"));

        Assert.Empty(TraceFiles.Load(traces["w"], 1, new TraceOptions { HasAllGroups = false }).Groups);
    }

    [Fact]
    public void Load_WrongGroupInAMetadataNode_KeepsTheOthers()
    {
        using var traces = Traces(Metadata(0, """['[{"pg_name":"1","ranks":[0,9]},{"pg_name":"2","ranks":[0,0]},{"pg_nam":3}]']"""));

        Assert.Equal(3, traces.Problems(() => TraceFiles.Load(traces["w"], 1)).Length);
    }

    [Fact]
    public void LoadCustomCollective_MistakesOfAllStages_NamesAll()
    {
        using var traces = Traces(Collective(3, size: -1), Send(0, to: 9));

        Assert.Equal(3, traces.Problems(() => TraceFiles.LoadCustomCollective(traces["w"], 2)).Length);
    }

    [Fact]
    public void Load_ReplayOnly_NeedsNoGroups()
    {
        using var traces = Traces(Collective(4, group: "tp"));

        Assert.Empty(TraceFiles.Load(traces["w"], 1, new TraceOptions { ReplayOnly = true }).Groups);
    }

    [Fact]
    public void LoadCustomCollective_SendsReceivesAndCompute_GivesTheGraphs()
    {
        using var traces = Traces(Send(0, to: 1), Receive(0, from: 0));

        Assert.Equal([NodeKind.Send, NodeKind.Receive], TraceFiles.LoadCustomCollective(traces["w"], 2).Select(graph => graph[0].Kind));
    }

    [Fact]
    public void LoadCustomCollective_NodeOfAnotherKind_SaysWhatIsAllowed()
    {
        using var traces = Traces(Collective(3), Compute(0));

        Assert.Equal(
            "w.0.et node 3 (n): Its kind is Collective; allowed in the trace of a custom collective: sends, receives and compute nodes.",
            traces.Problem(() => TraceFiles.LoadCustomCollective(traces["w"], 2)));
    }

    [Fact]
    public void LoadCustomCollective_TracesForFewerRanks_NamesBothNumbers()
    {
        using var traces = Traces(Compute(0), Compute(0));

        Assert.StartsWith(
            "w: The collective has 4 ranks and the custom algorithm 2: there are traces of ranks 0 to 1 only.",
            traces.Problem(() => TraceFiles.LoadCustomCollective(traces["w"], 4)),
            StringComparison.Ordinal);
    }

    // One node for each NPU, in the traces w.0.et, w.1.et and so on.
    private static TemporaryTraces Traces(params Node[] nodes)
    {
        var traces = new TemporaryTraces();
        for (var npu = 0; npu < nodes.Length; npu++)
        {
            traces.AddTrace($"w.{npu}.et", nodes[npu]);
        }

        return traces;
    }
}
