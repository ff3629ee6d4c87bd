using ClusterSim.Collectives.Algorithms;
using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// Three rings, one after the other, of m ranks of a node and of the g nodes. All ranks send at once, each to another one, so that no two
/// messages share a link.
/// </summary>
public sealed class HierarchicalTests
{
    private const long Bytes = 10_800;

    // Where inner is not given, nodes are as large as the largest divisor up to the square root.
    public static TheoryData<string, int, int> Fabrics => new()
    {
        { "FullyConnected", 4, 2 }, { "FullyConnected", 6, 2 }, { "FullyConnected", 9, 3 }, { "Switch", 8, 2 }, { "Switch", 12, 3 }, { "Switch", 15, 3 },
    };

    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllReduce_OneChunk_IsThreeRings(string topology, int n, int m)
    {
        var (g, links) = (n / m, LinksTo(topology));
        var (part, piece) = (Bytes / m, Bytes / m / g);
        var inside = (m - 1) * (Hop(part, links) + Reduction(part)) + m * Endpoint;
        var across = 2 * (g - 1) * Hop(piece, links) + (2 * g - 1) * Endpoint + (g - 1) * Reduction(piece);
        var back = (m - 1) * Hop(part, links) + m * Endpoint;

        Assert.Equal(inside + across + back, await RunAsync(topology, n, "hierarchical", CollectiveKind.AllReduce, Bytes));
    }

    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task ReduceScatter_OneChunk_IsTwoRings(string topology, int n, int m)
    {
        var (g, links) = (n / m, LinksTo(topology));
        var (part, piece) = (Bytes / m, Bytes / m / g);
        var expected = (m - 1) * (Hop(part, links) + Reduction(part)) + (g - 1) * (Hop(piece, links) + Reduction(piece)) + (m + g) * Endpoint;

        Assert.Equal(expected, await RunAsync(topology, n, "hierarchical", CollectiveKind.ReduceScatter, Bytes));
    }

    // Across first, with little, and inside with what g ranks have brought.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllGather_OneChunk_IsTwoRings(string topology, int n, int m)
    {
        var (g, links) = (n / m, LinksTo(topology));
        var expected = (g - 1) * Hop(Bytes, links) + (m - 1) * Hop(Bytes * g, links) + (m + g) * Endpoint;

        Assert.Equal(expected, await RunAsync(topology, n, "hierarchical", CollectiveKind.AllGather, Bytes));
    }

    [Theory]
    [InlineData(4, 6, "hierarchical(inner=4) has 4 ranks a node, which do not divide 6 ranks.")]
    [InlineData(3, 6, null)]
    [InlineData(6, 6, null)]
    [InlineData(1, 6, null)]
    public void WhyNot_InnerGiven_MustDivide(int inner, int ranks, string? reason) =>
        Assert.Equal(reason, With(inner).WhyNot(CollectiveKind.AllReduce, ranks, isSubgroup: false));

    [Fact]
    public void WhyNot_InnerNotGivenAmongAPrime_IsRefused() => Assert.Equal(
        "hierarchical needs a number of ranks that splits into nodes of several, not 7.",
        CollectiveCatalog.BuiltIn.Find("hierarchical")!.WhyNot(CollectiveKind.AllReduce, 7, isSubgroup: false));

    // One node, or nodes of one: a ring.
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Phase_OneLevelOnly_IsARing(int inner) => Assert.Equal(
        CollectiveCatalog.DefaultOf(CollectiveKind.ReduceScatter).MessagesPerRank(CollectiveKind.ReduceScatter, 6),
        PhaseBench.Run(With(inner), CollectiveKind.ReduceScatter, 6, 600, direction: 1, seed: 1)[0].Sent);

    private static ICollectiveAlgorithm With(int inner) =>
        CollectiveCatalog.BuiltIn.EntryOf("hierarchical")!.Create(new Dictionary<string, long> { ["inner"] = inner });
}
