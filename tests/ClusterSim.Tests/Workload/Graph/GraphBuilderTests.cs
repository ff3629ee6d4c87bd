using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Workload.Graph;

public sealed class GraphBuilderTests
{
    [Fact]
    public void Build_NothingAdded_GivesAnEmptyGraph()
    {
        Assert.Equal(0, new GraphBuilder("empty").Build().Count);
    }

    [Fact]
    public void Build_NodesInAnyOrder_OrdersThemById()
    {
        var graph = Build((7, []), (2, []), (5, [7]));

        Assert.Equal([2UL, 5UL, 7UL], Ids(graph));
    }

    [Fact]
    public void Build_NodesInAnyOrder_KeepsNamesWithTheirNodes()
    {
        var graph = Build((7, []), (2, []), (5, [7]));

        Assert.Equal(["name 2", "name 5", "name 7"], Enumerable.Range(0, 3).Select(i => graph.Names[i]));
    }

    [Fact]
    public void Build_DependencyAddedLater_IsResolved()
    {
        var graph = Build((1, [2]), (2, []));

        Assert.Equal([0], graph.Children(1).ToArray());
    }

    [Fact]
    public void Build_ChildrenInAnyOrder_SortsThem()
    {
        var graph = Build((9, [1]), (3, [1]), (1, []), (5, [1]));

        Assert.Equal([1, 2, 3], graph.Children(0).ToArray());
    }

    [Fact]
    public void Build_RepeatedDependency_CountsOnce()
    {
        var graph = Build((1, []), (2, [1, 1, 1]));

        Assert.Equal((1, 1), (graph.DependencyCount(1), graph.Children(0).Length));
    }

    [Fact]
    public void Build_IdsWithGaps_FindsDependencies()
    {
        var graph = Build((10, []), (11, [10]), (ulong.MaxValue, [11, 10]), (1UL << 40, [ulong.MaxValue]));

        Assert.Equal([0, 1, 1, 2], Enumerable.Range(0, 4).Select(graph.DependencyCount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(8)]
    public void Build_DependencyOnMissingNode_NamesBoth(ulong missing)
    {
        Assert.Equal(
            $"test node 7 (name 7): It depends on node {missing}, which the trace does not have. Add that node, or take the dependency away.",
            ProblemsOf.Single(() => Build((5, []), (7, [missing]))));
    }

    [Fact]
    public void Build_IdGivenTwice_NamesIt()
    {
        Assert.Equal(
            "test node 5: More than one node has this id. Give every node of the trace an id of its own.",
            ProblemsOf.Single(() => Build((5, []), (6, []), (5, []), (5, []))));
    }

    [Fact]
    public void Build_NodeThatWaitsForItself_IsACircle()
    {
        Assert.StartsWith(
            "test: Nodes wait for each other in a circle, so that none can start: 3 (name 3).",
            ProblemsOf.Single(() => Build((3, [3]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Circle_NamesTheNodesOnItOnly()
    {
        Assert.Equal(
            "test: Nodes wait for each other in a circle, so that none can start: 2 (name 2), 4 (name 4), 3 (name 3). "
            + "Each of them depends on the next, and the last one on the first: take one of these dependencies away.",
            ProblemsOf.Single(() => Build((1, []), (2, [1, 4]), (3, [2]), (4, [3]), (5, [4]))));
    }

    [Fact]
    public void Build_CircleOfManyNodes_NamesTen()
    {
        (ulong, ulong[])[] nodes = [.. Enumerable.Range(0, 1000).Select(i => ((ulong)i, new[] { (ulong)((i + 1) % 1000) }))];

        var problem = ProblemsOf.Single(() => Build(nodes));

        Assert.Contains("0 (name 0), 1 (name 1),", problem, StringComparison.Ordinal);
        Assert.Contains("9 (name 9), 990 more.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TwoCircles_ReportsBoth()
    {
        Assert.Equal(2, ProblemsOf.All(() => Build((1, [2]), (2, [1]), (3, [4]), (4, [3]))).Length);
    }

    [Fact]
    public void Build_MistakesOfSeveralKinds_ReportsAll()
    {
        Assert.Equal(3, ProblemsOf.All(() => Build((1, [2]), (2, [1]), (3, [9]), (4, []), (4, []))).Length);
    }

    [Fact]
    public void Build_ThousandsOfMistakes_ListsTwentyAndCountsTheRest()
    {
        (ulong, ulong[])[] nodes = [.. Enumerable.Range(0, 5000).Select(i => ((ulong)i, new ulong[] { 99_999 }))];

        var problems = ProblemsOf.All(() => Build(nodes));

        Assert.Equal((21, "test: 4,980 more mistakes."), (problems.Length, problems[^1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    public void GroupIndex_NameThatStandsForAll_IsNone(string name)
    {
        Assert.Equal(-1, new GraphBuilder("test").GroupIndex(name));
    }

    [Fact]
    public void GroupIndex_SameNameTwice_IsTheSame()
    {
        var builder = new GraphBuilder("test");

        int[] indexes = [builder.GroupIndex("a"), builder.GroupIndex("b"), builder.GroupIndex("a")];

        Assert.Equal([0, 1, 0], indexes);
        Assert.Equal(["a", "b"], builder.Build().GroupNames);
    }

    [Fact]
    public void TensorIndex_BuilderWithoutTensors_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => new GraphBuilder("test").TensorIndex("t"));
    }

    [Fact]
    public void Tensors_BuilderWithoutTensors_IsNull()
    {
        Assert.Null(Build((1, [])).Tensors);
    }

    [Fact]
    public void Tensors_NodesInAnyOrder_StayWithTheirNodes()
    {
        var builder = new GraphBuilder("test", withTensors: true);
        var (a, b) = (new TensorUse(builder.TensorIndex("a"), new ByteSize(8)), new TensorUse(builder.TensorIndex("b"), new ByteSize(16)));
        builder.Add(Compute(2), [], "reader", reads: [b, a]);
        builder.Add(Compute(1), [], "writer", writes: [a]);

        var tensors = builder.Build().Tensors!;

        Assert.Equal(["a", "b"], tensors.Names);
        Assert.Equal([], tensors.Reads(0).ToArray());
        Assert.Equal([a], tensors.Writes(0).ToArray());
        Assert.Equal([b, a], tensors.Reads(1).ToArray());
        Assert.Equal([], tensors.Writes(1).ToArray());
    }

    [Fact]
    public void TraceNode_NothingButIdAndKind_ConcernsAllNpusAndDimensions()
    {
        var node = Compute(1);

        Assert.Equal((-1, uint.MaxValue), (node.Group, node.InvolvedDimensions));
    }

    // Dependencies point to smaller ids, so there is no circle; the order of adding is drawn as well.
    [Fact]
    public void Build_RandomGraph_HasTheEdgesOfItsDependencies()
    {
        var node = Gen.Select(Gen.ULong[0, 3], Gen.Double[0, 1].Array[0, 4], Gen.Int);
        node.Array[1, 60].Sample(draws =>
        {
            var id = 0UL;
            var ids = draws.Select(draw => id += draw.Item1 + 1).ToArray();
            var dependencies = draws.Select((draw, i) => i == 0 ? [] : draw.Item2.Select(d => ids[(int)(d * 0.999 * i)]).ToArray());
            var nodes = ids.Zip(dependencies).ToArray();

            var graph = Build([.. nodes.Zip(draws).OrderBy(pair => pair.Second.Item3).Select(pair => pair.First)]);

            for (var i = 0; i < nodes.Length; i++)
            {
                var children = Enumerable.Range(0, nodes.Length).Where(c => nodes[c].Item2.Contains(ids[i]));
                Assert.Equal(children, graph.Children(i).ToArray());
                Assert.Equal(nodes[i].Item2.Distinct().Count(), graph.DependencyCount(i));
            }
        });
    }

    private static ExecutionGraph Build(params (ulong Id, ulong[] Dependencies)[] nodes)
    {
        var builder = new GraphBuilder("test");
        foreach (var (id, dependencies) in nodes)
        {
            builder.Add(Compute(id), dependencies, $"name {id}");
        }

        return builder.Build();
    }

    private static TraceNode Compute(ulong id) => new() { Id = id, Kind = NodeKind.Compute };

    private static IEnumerable<ulong> Ids(ExecutionGraph graph) => Enumerable.Range(0, graph.Count).Select(i => graph[i].Id);
}
