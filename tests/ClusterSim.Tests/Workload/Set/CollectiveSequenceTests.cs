using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Workload.Set;

public sealed class CollectiveSequenceTests
{
    [Fact]
    public void Of_Chain_FollowsTheDependencies()
    {
        var sequence = Sequence([Collective, Compute, Collective, Collective], (0, 1), (1, 3), (2, 0));

        Assert.Equal([3, 1, 0, 2], sequence.Of([0, 1, 2, 3])!);
        Assert.Equal([3, 0, 2], sequence.Of([0, 2, 3])!);
        Assert.Equal([3, 2], sequence.Of([2, 3])!);
    }

    [Fact]
    public void Of_CollectivesWithoutDependencies_GoesByTheirIds()
    {
        Assert.Equal([0, 2], Sequence([Collective, Compute, Collective]).Of([0, 2])!);
    }

    [Fact]
    public void Of_DependentBehindOneOfTwoFreeOnes_IsUndecided()
    {
        Assert.Null(Sequence([Collective, Collective, Collective], (2, 0)).Of([0, 1, 2]));
        Assert.Equal([0, 1, 2], Sequence([Collective, Collective, Collective], (2, 1)).Of([0, 1, 2])!);
    }

    [Fact]
    public void Of_BranchesOfACollective_IsUndecided()
    {
        Assert.Null(Sequence([Collective, Collective, Collective], (1, 0), (2, 0)).Of([0, 1, 2]));
    }

    [Fact]
    public void Of_CollectiveOnTheProcessor_IsUndecided()
    {
        Assert.Null(Sequence([Collective, Collective with { IsCpuOperation = true }]).Of([0, 1]));
    }

    [Fact]
    public void Of_NoCollectives_IsEmpty()
    {
        Assert.Equal([], Sequence([Compute]).Of([])!);
    }

    private static TraceNode Collective => new() { Id = 0, Kind = NodeKind.Collective, Size = new ByteSize(8) };

    private static TraceNode Compute => new() { Id = 0, Kind = NodeKind.Compute };

    // Nodes by their ids, and which of them waits for which.
    private static CollectiveSequence Sequence(TraceNode[] nodes, params (int Node, int Dependency)[] edges)
    {
        var builder = new GraphBuilder("w");
        for (var i = 0; i < nodes.Length; i++)
        {
            ulong[] dependencies = [.. edges.Where(edge => edge.Node == i).Select(edge => (ulong)edge.Dependency)];
            builder.Add(nodes[i] with { Id = (ulong)i }, dependencies);
        }

        return new CollectiveSequence(builder.Build());
    }
}
