using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Workload.Set;

public sealed class WorkloadChecksTests
{
    private const string Disagreement = " All NPUs of a group must run the same collectives, or they wait for each other for ever.";
    private const string Disorder =
        " All NPUs of a group must start its collectives in the same order, or they wait for each other for ever.";

    private const string Unmatched = " Every receive needs a send of the same tag, source, destination and size.";

    [Fact]
    public void Find_SameCollectivesInAnotherOrder_NamesTheFirstThatDiffer()
    {
        Assert.Equal(
            "w: NPUs 0 and 1 disagree on the order of their collectives: as number 2, NPU 0 starts ALL_REDUCE of 16 B at node 1 (node 1), "
            + "NPU 1 ALL_REDUCE of 8 B at node 1 (node 1)." + Disorder,
            Assert.Single(Find([AllReduce(8), AllReduce(16), AllReduce(8)], [AllReduce(8), AllReduce(8), AllReduce(16)])));
    }

    [Fact]
    public void Find_SameCollectivesInAnotherOrderOfAGroup_NamesTheGroup()
    {
        Assert.StartsWith(
            "w: NPUs 1 and 2 disagree on the order of their collectives in group tp: as number 1, ",
            Assert.Single(Find([], [AllReduce(8, group: 0), AllReduce(16, group: 0)], [AllReduce(16, group: 0), AllReduce(8, group: 0)])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ChainsOfCollectivesInAnotherOrder_NamesTheFirstThatDiffer()
    {
        var forwards = GraphOf((AllReduce(8), []), (AllReduce(16), [0]));
        var backwards = GraphOf((AllReduce(8), [1]), (AllReduce(16), []));

        Assert.Equal(
            "w: NPUs 0 and 2 disagree on the order of their collectives: as number 1, NPU 0 starts ALL_REDUCE of 8 B at node 0 (node 0), "
            + "NPU 2 ALL_REDUCE of 16 B at node 1 (node 1)." + Disorder,
            Assert.Single(Find(forwards, forwards, backwards)));
    }

    [Fact]
    public void Find_CollectivesThatMayStartInAnyOrder_FindsNothing()
    {
        var computation = new TraceNode { Id = 0, Kind = NodeKind.Compute };
        var undecided = GraphOf((AllReduce(8), [2]), (AllReduce(16), []), (computation, []));

        Assert.Empty(Find(GraphOf((AllReduce(8), []), (AllReduce(16), [0])), undecided));
    }

    [Fact]
    public void Find_NoNpus_FindsNothing()
    {
        Assert.Empty(Find(Array.Empty<ExecutionGraph>()));
    }

    [Fact]
    public void Find_CollectivesOfDifferentSizes_NamesBoth()
    {
        Assert.Equal(
            "w: NPUs 0 and 1 disagree on their collectives: NPU 0 has ALL_REDUCE of 16 B at node 1 (node 1), for which NPU 1 has none; "
            + "NPU 1 has ALL_REDUCE of 32 B at node 0 (node 0), for which NPU 0 has none." + Disagreement,
            Assert.Single(Find([AllReduce(8), AllReduce(16)], [AllReduce(32), AllReduce(8)])));
    }

    [Fact]
    public void Find_CollectivesOfDifferentKinds_NamesBoth()
    {
        var allGather = AllReduce(8) with { Collective = CollectiveKind.AllGather };

        Assert.Contains("NPU 1 has ALL_GATHER of 8 B", Assert.Single(Find([AllReduce(8)], [allGather])), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_CollectiveThatOneNpuRunsMoreOften_NamesTheOneTooMany()
    {
        Assert.Equal(
            "w: NPUs 0 and 2 disagree on their collectives: NPU 2 has ALL_REDUCE of 8 B at node 1 (node 1), for which NPU 0 has none."
            + Disagreement,
            Assert.Single(Find([AllReduce(8)], [AllReduce(8)], [AllReduce(8), AllReduce(8)])));
    }

    [Fact]
    public void Find_DisagreementInAGroup_NamesTheGroup()
    {
        var problems = Find([AllReduce(8, group: 0)], [AllReduce(8)], [AllReduce(8, group: 0)]);

        Assert.StartsWith(
            "w: NPUs 1 and 2 disagree on their collectives in group tp: NPU 2 has ALL_REDUCE of 8 B",
            Assert.Single(problems, problem => problem.Contains("group tp", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Find_BroadcastsAndCollectivesOfSomeDimensions_AreNotCompared()
    {
        var broadcast = AllReduce(8) with { Collective = CollectiveKind.Broadcast };
        var someDimensions = AllReduce(8) with { InvolvedDimensions = 0xFFFFFFFE };

        Assert.Empty(Find([AllReduce(8)], [AllReduce(8), broadcast, someDimensions]));
    }

    [Fact]
    public void Find_BroadcastsThatAreSimulated_AreComparedWithTheirRoots()
    {
        var broadcast = AllReduce(8) with { Collective = CollectiveKind.Broadcast };
        var workload = new WorkloadSet(
            "w", [GraphOf([broadcast]), GraphOf([broadcast with { Peer = 1 }])], new Dictionary<string, ProcessGroup>());

        Assert.Equal(
            "w: NPUs 0 and 1 disagree on their collectives: NPU 0 has BROADCAST of 8 B with root 0 at node 0 (node 0), for which NPU 1 has none; "
            + "NPU 1 has BROADCAST of 8 B with root 1 at node 0 (node 0), for which NPU 0 has none." + Disagreement,
            Assert.Single(WorkloadChecks.Find(workload, withBroadcasts: true)).ToString());
    }

    [Fact]
    public void Find_SendsAndReceivesThatMatch_FindsNothing()
    {
        Assert.Empty(Find([Send(1), Send(1), Receive(1)], [Receive(0), Send(0), Receive(0)]));
    }

    [Fact]
    public void Find_SendThatNobodyReceives_IsNoMistake()
    {
        Assert.Empty(Find([Send(1)], []));
    }

    [Fact]
    public void Find_ReceiveThatNobodySends_NamesIt()
    {
        Assert.Equal(
            "w: NPU 1 receives 8 B with tag 5 from NPU 0 3 times (node 0 (node 0)), which never sends it." + Unmatched,
            Assert.Single(Find([], [Receive(0), Receive(0), Receive(0)])));
    }

    [Fact]
    public void Find_ReceiveThatIsSentTooRarely_CountsBoth()
    {
        Assert.Equal(
            "w: NPU 0 sends 8 B with tag 5 to NPU 1 2 times (node 0 (node 0)), which receives it 3 times (node 0 (node 0))." + Unmatched,
            Assert.Single(Find([Send(1), Send(1)], [Receive(0), Receive(0), Receive(0)])));
    }

    [Fact]
    public void Find_SendAndReceiveOfDifferentSizes_NamesThemTogether()
    {
        Assert.Equal(
            "w: NPU 0 sends 8 B with tag 5 to NPU 1 (node 0 (node 0)), which expects 16 B with tag 5 (node 0 (node 0)). "
            + "Size and tag of a send and its receive must agree.",
            Assert.Single(Find([Send(1)], [Receive(0) with { Size = new ByteSize(16) }])));
    }

    [Fact]
    public void Find_SendsAndReceivesOfDifferentSizes_NamesThemTogetherOnce()
    {
        var receive = Receive(0) with { Size = new ByteSize(16) };

        Assert.StartsWith(
            "w: NPU 0 sends 8 B with tag 5 to NPU 1 2 times (node 0 (node 0)), which expects 16 B with tag 5 (node 0 (node 0)).",
            Assert.Single(Find([Send(1), Send(1)], [receive, receive])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Find_MessagesBothSentAndReceivedTooRarely_AreNotTakenForEachOther()
    {
        var (send, receive) = (Send(1) with { Tag = 6 }, Receive(0) with { Tag = 6 });

        Assert.Contains(
            "which receives it 2 times",
            Assert.Single(Find([Send(1), Send(1), send], [Receive(0), receive, receive])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ReceiveBeforeTheSendWithAnotherTag_NamesThemTogether()
    {
        Assert.StartsWith(
            "w: NPU 1 sends 8 B with tag 6 to NPU 0 (node 0 (node 0)), which expects 8 B with tag 5 (node 0 (node 0)).",
            Assert.Single(Find([Receive(1)], [Send(0) with { Tag = 6 }])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SendAndReceiveThatDifferInSizeAndTag_AreNotTakenForEachOther()
    {
        Assert.StartsWith(
            "w: NPU 1 receives 16 B with tag 6 from NPU 0 (node 0 (node 0)), which never sends it.",
            Assert.Single(Find([Send(1)], [Receive(0) with { Size = new ByteSize(16), Tag = 6 }])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ThousandsOfUnmatchedReceives_ListsTwentyAndCountsTheRest()
    {
        var problems = Find([.. Enumerable.Range(0, 5000).Select(tag => Receive(1) with { Tag = tag })], []);

        Assert.Equal((21, "w: 4,980 more mistakes."), (problems.Length, problems[^1]));
    }

    private static TraceNode AllReduce(long size, int group = -1) =>
        new() { Id = 0, Kind = NodeKind.Collective, Size = new ByteSize(size), Group = group };

    private static TraceNode Send(int to) => new() { Id = 0, Kind = NodeKind.Send, Peer = to, Size = new ByteSize(8), Tag = 5 };

    private static TraceNode Receive(int from) => Send(from) with { Kind = NodeKind.Receive };

    // The nodes of each NPU, numbered from 0. NPUs 1 and 2 form the group tp, number 0 in every graph.
    private static string[] Find(params TraceNode[][] npus)
    {
        var groups = new Dictionary<string, ProcessGroup>();
        if (npus.Length > 2)
        {
            groups.Add("tp", new ProcessGroup("tp", 1, [1, 2]));
        }

        return Find(new WorkloadSet("w", [.. npus.Select(nodes => GraphOf(nodes))], groups));
    }

    private static string[] Find(params ExecutionGraph[] npus) =>
        Find(new WorkloadSet("w", npus, new Dictionary<string, ProcessGroup>()));

    private static string[] Find(WorkloadSet workload) =>
        [.. WorkloadChecks.Find(workload).Select(problem => problem.ToString())];

    // Nodes, numbered from 0, and what each waits for.
    private static ExecutionGraph GraphOf(params (TraceNode Node, ulong[] Dependencies)[] nodes)
    {
        var builder = new GraphBuilder("w");
        foreach (var (node, dependencies) in nodes)
        {
            builder.Add(node with { Id = (ulong)builder.Count }, dependencies, $"node {builder.Count}");
        }

        return builder.Build();
    }

    private static ExecutionGraph GraphOf(TraceNode[] nodes)
    {
        var builder = new GraphBuilder("w");
        builder.GroupIndex("tp");
        foreach (var node in nodes)
        {
            builder.Add(node with { Id = (ulong)builder.Count }, [], $"node {builder.Count}");
        }

        return builder.Build();
    }
}
