using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using Xunit;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Set;

/// <summary>Groups that share one list of NPUs, as those of METADATA nodes without ranks do: nobody walks it for each of them.</summary>
public sealed class ManyGroupsTests
{
    private const int GroupCount = 100;

    private readonly WalkedList npus = new(0, 1, 2, 3);

    [Fact]
    public void Combine_GroupsOfOneList_WalkItOnce()
    {
        var problems = new ProblemList();

        var groups = ProcessGroups.Combine(Definitions(), 4, problems);

        Assert.Equal((GroupCount, 1), (groups.Count, npus.Walks));
        Assert.Empty(problems.Problems);
    }

    [Fact]
    public void Load_CollectivesInGroupsOfOneList_WalkItAFewTimes()
    {
        using var traces = new TemporaryTraces();
        var collectives = Definitions().Select((group, index) => Collective((ulong)index, group: group.Name));
        var file = traces.AddTrace("w.0.et", [.. collectives]);

        TraceFiles.Load("w", [file, file, file, file], groups: Definitions());

        Assert.InRange(npus.Walks, 1, 2);
    }

    [Fact]
    public void Find_TwoGraphsInGroupsOfOneList_WalkItOnce()
    {
        var graphs = new[] { Graph(), Graph() };
        var groups = ProcessGroups.Combine(Definitions(), 4, new ProblemList());
        var before = npus.Walks;

        var problems = WorkloadChecks.Find(new WorkloadSet("w", [graphs[0], graphs[1], graphs[0], graphs[1]], groups));

        Assert.Empty(problems);
        Assert.Equal(1, npus.Walks - before);
    }

    [Fact]
    public void Find_OneGraph_WalksNoGroup()
    {
        var groups = ProcessGroups.Combine(Definitions(), 4, new ProblemList());
        var before = npus.Walks;

        WorkloadChecks.Find(WorkloadSet.OfOneGraph("w", Graph(), 4) with { Groups = groups });

        Assert.Equal(before, npus.Walks);
    }

    private static ExecutionGraph Graph() => new GraphBuilder("w").Build();

    private GroupDefinition[] Definitions() =>
        [.. Enumerable.Range(1, GroupCount).Select(number => new GroupDefinition($"{number}", npus, "groups.json"))];
}
