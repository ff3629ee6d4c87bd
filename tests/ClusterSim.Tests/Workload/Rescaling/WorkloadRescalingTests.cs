using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Rescaling;
using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Workload.Rescaling;

public sealed class WorkloadRescalingTests
{
    // Tensor parallel in pairs, data parallel across them.
    private static readonly GroupDefinition[] Pairs =
        [new("1", [0, 1], "groups"), new("2", [2, 3], "groups"), new("3", [0, 2], "groups"), new("4", [1, 3], "groups")];

    [Theory]
    [InlineData("ref-graph-000-fullyconnected16-jitter0")]
    [InlineData("ref-pipeline-002-fullyconnected8-mb6")]
    [InlineData("ref-text-003-hybrid-data-model-4")]
    [InlineData("ref-remote-memory-000-per-npu-memory-expansion")]
    public void Write_AsManyNpus_GivesTheSameBytes(string name)
    {
        var prefix = RecordedTraces.PathOf(name)[..^".0.et".Length];
        var count = TraceFiles.Of(prefix)[^1].Rank + 1;
        var rescaling = WorkloadRescaling.Plan(prefix, [], new(count));

        Assert.Equal(
            Enumerable.Range(0, count).Select(npu => File.ReadAllBytes(RecordedTraces.PathOf(name, npu))),
            Enumerable.Range(0, count).Select(npu => BytesOf(rescaling, npu)));
    }

    [Fact]
    public void Plan_MoreNpus_GrowsSomeGroupsAndReplicatesTheOthers()
    {
        using var traces = PairTraces();

        var rescaling = WorkloadRescaling.Plan(traces["t"], Pairs, new(12) { DataParallel = ["3", "4"] });

        Assert.Equal(
            [
                "1: 0 1", "2: 2 3", "3: 0 2 4 6 8 10", "4: 1 3 5 7 9 11",
                "5: 4 5", "6: 6 7", "7: 8 9", "8: 10 11",
            ],
            GroupsOf(rescaling));
        Assert.Equal(["Groups 1, 2 are replicated; --data-parallel names groups that grow."], rescaling.Notes);
        Assert.Equal(["1:8", "3:8"], CollectivesOf(rescaling, 0));
        Assert.Equal(["5:8", "3:8"], CollectivesOf(rescaling, 4));
        Assert.Equal(["8:8", "4:8"], CollectivesOf(rescaling, 11));
    }

    [Fact]
    public void Plan_BackToFewer_IsWhereItBegan()
    {
        using var traces = PairTraces();
        var more = WorkloadRescaling.Plan(traces["t"], Pairs, new(12) { DataParallel = ["3", "4"] });
        for (var npu = 0; npu < 12; npu++)
        {
            traces.Add($"more.{npu}.et", BytesOf(more, npu));
        }

        var back = WorkloadRescaling.Plan(
            traces["more"], [.. more.Groups.Select(group => new GroupDefinition(group.Name, group.Ranks, "groups"))], new(4) { DataParallel = ["3", "4"] });

        Assert.Equal(["1: 0 1", "2: 2 3", "3: 0 2", "4: 1 3"], GroupsOf(back));
        Assert.All(Enumerable.Range(0, 4), npu => Assert.Equal(File.ReadAllBytes(traces[$"t.{npu}.et"]), BytesOf(back, npu)));
    }

    [Fact]
    public void Write_Messages_StayWithinTheirReplica()
    {
        using var traces = new TemporaryTraces();
        traces.AddTrace("t.0.et", TraceMessages.Send(1, to: 1), TraceMessages.Collective(2));
        traces.AddTrace("t.1.et", TraceMessages.Receive(1, from: 0).With(TraceMessages.Int("comm_dst", 1)), TraceMessages.Collective(2));

        var rescaling = WorkloadRescaling.Plan(traces["t"], [], new(6));

        Assert.Equal(5, ValueOf(NodesOf(rescaling, 4)[0], "comm_dst"));
        Assert.Equal((4, 5), (ValueOf(NodesOf(rescaling, 5)[0], "comm_src"), ValueOf(NodesOf(rescaling, 5)[0], "comm_dst")));
        Assert.Equal([":8"], CollectivesOf(rescaling, 5));
        Assert.Empty(rescaling.Groups);
    }

    [Fact]
    public void Write_CollectivesOfAllThatDoNotGrow_GetAGroupInEachReplica()
    {
        using var traces = new TemporaryTraces();
        traces.AddTrace("t.0.et", TraceMessages.Collective(2));
        traces.AddTrace("t.1.et", TraceMessages.Collective(2));

        var rescaling = WorkloadRescaling.Plan(traces["t"], [], new(4) { DataParallel = [RescaleRequest.None] });

        Assert.Equal(["1: 0 1", "2: 2 3"], GroupsOf(rescaling));
        Assert.Equal(["1:8"], CollectivesOf(rescaling, 1));
        Assert.Equal(["2:8"], CollectivesOf(rescaling, 2));
    }

    [Theory]
    [InlineData(8, false, ":25", ":100")]
    [InlineData(6, false, ":34", ":100")]
    [InlineData(1, false, ":200", ":100")]
    [InlineData(8, true, ":100", ":100")]
    public void Write_AllGather_GathersAsMuch(int npus, bool keepSizes, string gather, string scatter)
    {
        using var traces = new TemporaryTraces();
        Node[] nodes = [TraceMessages.Collective(1, CollectiveCommType.AllGather, 100), TraceMessages.Collective(2, CollectiveCommType.ReduceScatter, 100)];
        traces.AddTrace("t.0.et", nodes);
        traces.AddTrace("t.1.et", nodes);

        var rescaling = WorkloadRescaling.Plan(traces["t"], [], new(npus) { KeepSizes = keepSizes });

        Assert.Equal([gather, scatter], CollectivesOf(rescaling, 0));
    }

    [Fact]
    public void Write_CollectiveOfDimensions_StaysAsItIs()
    {
        using var traces = new TemporaryTraces();
        var dimensions = new AttributeProto { Name = "involved_dim", BoolList = new BoolList { Values = { true, false } } };
        Node[] nodes = [TraceMessages.Collective(1, CollectiveCommType.AllGather).With(dimensions), TraceMessages.Collective(2)];
        traces.AddTrace("t.0.et", nodes);
        traces.AddTrace("t.1.et", nodes);

        var rescaling = WorkloadRescaling.Plan(traces["t"], [], new(4) { DataParallel = [RescaleRequest.None] });

        Assert.Equal([":8", "2:8"], CollectivesOf(rescaling, 3));
        Assert.Contains(rescaling.Notes, note => note.StartsWith("Collectives of some dimensions (involved_dim) stay as they are", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_GroupsOfMetadata_ChangeAsThoseOfFiles()
    {
        const string Values = """['[{"pg_name": "a", "desc": "tp", "ranks": [0, 1], "group_size": 2}, {"pg_name": "b", "ranks": []}]']""";
        using var traces = new TemporaryTraces();
        Node[] nodes = [TraceMessages.Metadata(1, Values), TraceMessages.Collective(2, group: "a"), TraceMessages.Collective(3, group: "b")];
        traces.AddTrace("t.0.et", nodes);
        traces.AddTrace("t.1.et", nodes);

        var rescaling = WorkloadRescaling.Plan(traces["t"], [], new(4) { DataParallel = ["b"] });

        Assert.Equal(["a: 0 1", "b: 0 1 2 3", "a.1: 2 3"], GroupsOf(rescaling));
        Assert.Equal(
            """['[{"pg_name":"a.1","desc":"tp","ranks":[2,3],"group_size":2},{"pg_name":"b","ranks":[]}]']""", NodesOf(rescaling, 2)[0].Inputs.Values);
        Assert.Equal(["a.1:8", "b:8"], CollectivesOf(rescaling, 2));
    }

    [Fact]
    public void Plan_NothingThatJoinsReplicas_IsRefused()
    {
        using var traces = PairTraces();

        Assert.Equal(
            "--data-parallel: No collective would join the replicas: none runs on all NPUs, and no group that grows is used. "
            + "Name the groups over the data-parallel dimension (1, 2, 3, 4), or none if the replicas have nothing to do with each other.",
            traces.Problem(() => WorkloadRescaling.Plan(traces["t"], Pairs, new(8))));
    }

    [Fact]
    public void Plan_Mistakes_AreAllTold()
    {
        using var traces = PairTraces();

        Assert.Equal(
            [
                "--data-parallel: none stands beside other names. Give it alone, or leave it out.",
                "--data-parallel: There is no group 33. Allowed: all, none, 1, 2, 3, 4. Did you mean 3?",
                "--npus: It is 6, but the traces are for 4 NPUs; allowed: multiples and divisors of 4.",
            ],
            traces.Problems(() => WorkloadRescaling.Plan(traces["t"], Pairs, new(6) { DataParallel = ["none", "33"] })));
    }

    [Fact]
    public void Plan_FewerThanGroupsAllow_IsRefused()
    {
        using var traces = PairTraces();

        Assert.Equal(
            [
                "group 1: It has the NPUs 0, 1, not all of which are below 1, and it is not over the data-parallel dimension. Give another number of NPUs, or name the group in --data-parallel.",
                "group 3: It has the NPUs 0, 2, which are not the same ones of each 1 NPUs: data is not parallel over them. Give another number of NPUs, or take the group out of --data-parallel.",
            ],
            traces.Problems(() => WorkloadRescaling.Plan(traces["t"], Pairs, new(1) { DataParallel = ["3", "4"] })));
    }

    [Fact]
    public void Plan_FewerThanMessagesAllow_IsRefused()
    {
        using var traces = new TemporaryTraces();
        traces.AddTrace("t.0.et", TraceMessages.Send(1, to: 1));
        traces.AddTrace("t.1.et", TraceMessages.Receive(1, from: 0));

        Assert.Equal(
            "t.0.et node 1 (n): It exchanges a message with NPU 1, which would not be there any more. Give another number of NPUs.",
            traces.Problem(() => WorkloadRescaling.Plan(traces["t"], [], new(1))));
    }

    [Fact]
    public void Plan_UnknownGroupAndStranger_AreTold()
    {
        using var traces = new TemporaryTraces();
        traces.AddTrace("t.0.et", TraceMessages.Collective(1, group: "8"));
        traces.AddTrace("t.1.et", TraceMessages.Collective(1, group: "9"));

        Assert.Equal(
            [
                "t.0.et: Its group 8 is not defined. Define it in a file of process groups (--groups), or in a METADATA node.",
                "t.1.et: NPU 1 runs a collective of group 9, which has the NPUs 0.",
            ],
            traces.Problems(() => WorkloadRescaling.Plan(traces["t"], [new("9", [0], "groups")], new(2))));
    }

    private static TemporaryTraces PairTraces()
    {
        var traces = new TemporaryTraces();
        for (var npu = 0; npu < 4; npu++)
        {
            traces.AddTrace($"t.{npu}.et", TraceMessages.Compute(1), TraceMessages.Collective(2, group: $"{(npu / 2) + 1}"), TraceMessages.Collective(3, group: $"{(npu % 2) + 3}"));
        }

        return traces;
    }

    private static string[] GroupsOf(WorkloadRescaling rescaling) => [.. rescaling.Groups.Select(group => $"{group.Name}: {string.Join(' ', group.Ranks)}")];

    private static string[] CollectivesOf(WorkloadRescaling rescaling, int npu) =>
    [
        .. NodesOf(rescaling, npu).Where(node => node.Type == NodeType.CommCollNode)
            .Select(node => $"{node.Attr.SingleOrDefault(attribute => attribute.Name == "pg_name")?.StringVal}:{ValueOf(node, "comm_size")}"),
    ];

    private static long ValueOf(Node node, string name) => node.Attr.Single(attribute => attribute.Name == name).Int64Val;

    private static List<Node> NodesOf(WorkloadRescaling rescaling, int npu)
    {
        using var stream = new MemoryStream(BytesOf(rescaling, npu));
        GlobalMetadata.Parser.ParseDelimitedFrom(stream);
        var nodes = new List<Node>();
        while (stream.Position < stream.Length)
        {
            nodes.Add(Node.Parser.ParseDelimitedFrom(stream));
        }

        return nodes;
    }

    private static byte[] BytesOf(WorkloadRescaling rescaling, int npu)
    {
        using var stream = new MemoryStream();
        rescaling.Write(npu, stream);
        return stream.ToArray();
    }
}
