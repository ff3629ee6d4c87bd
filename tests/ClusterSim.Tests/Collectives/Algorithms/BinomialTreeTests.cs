using System.Numerics;
using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// Rank r sends to r + 2^k for every 2^k below its lowest bit, farthest first. Of a power of two, the way to the rank with all bits set is the
/// longest, over distances n/2, n/4, ... 1, and nobody shares a link with it: on a switch the others wait for the first message of a rank, but
/// the rank that it is for sends no sooner; on a ring the messages of a level go over links beside each other.
/// </summary>
public sealed class BinomialTreeTests
{
    private const long Bytes = 1 << 10;

    public static TheoryData<string, int> Fabrics => new()
    {
        { "FullyConnected", 2 }, { "FullyConnected", 8 }, { "Switch", 2 }, { "Switch", 8 }, { "Switch", 16 }, { "Ring", 4 }, { "Ring", 8 },
    };

    public static TheoryData<int> Odd => [3, 5, 6, 7, 11, 12];

    // All that there is crosses each level, with the endpoint before it and behind.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task Broadcast_PowerOfTwo_TakesALevelForEachBit(string topology, int n) => Assert.Equal(
        Endpoint + Levels(n).Sum(distance => Hop(Bytes, LinksOver(topology, distance)) + Endpoint),
        await RunAsync(topology, n, "binomialTree", CollectiveKind.Broadcast, Bytes));

    // The same way back; what arrives is reduced.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task Reduce_PowerOfTwo_ReducesOnEachLevel(string topology, int n) => Assert.Equal(
        Endpoint + Levels(n).Sum(distance => Hop(Bytes, LinksOver(topology, distance)) + Endpoint + Reduction(Bytes)),
        await RunAsync(topology, n, "binomialTree", CollectiveKind.Reduce, Bytes));

    // Below a rank at distance d lie d ranks, itself included; each brings the whole size.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task Gather_PowerOfTwo_CarriesTheSubtrees(string topology, int n) => Assert.Equal(
        Endpoint + Levels(n).Sum(distance => Hop(Bytes * distance, LinksOver(topology, distance)) + Endpoint),
        await RunAsync(topology, n, "binomialTree", CollectiveKind.Gather, Bytes));

    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task Scatter_PowerOfTwo_CarriesTheSubtrees(string topology, int n) => Assert.Equal(
        Endpoint + Levels(n).Sum(distance => Hop(Bytes / n * distance, LinksOver(topology, distance)) + Endpoint),
        await RunAsync(topology, n, "binomialTree", CollectiveKind.Scatter, Bytes));

    // A rank is as many levels down as it has bits.
    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Broadcast_AnyNumberFullyConnected_TakesTheMostBitsOfARank(int n)
    {
        var levels = Enumerable.Range(0, n).Max(rank => BitOperations.PopCount((uint)rank));

        Assert.Equal(
            Endpoint + levels * (Hop(Bytes) + Endpoint), await RunAsync("FullyConnected", n, "binomialTree", CollectiveKind.Broadcast, Bytes));
    }

    // With links of their own, the subtrees of the root go on beside each other, each as a tree of its own size.
    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Gather_AnyNumberFullyConnected_TakesTheSlowestSubtree(int n) => Assert.Equal(
        Endpoint + Slowest(n, Bytes), await RunAsync("FullyConnected", n, "binomialTree", CollectiveKind.Gather, Bytes));

    // What does not divide is dropped, as of a reduce-scatter.
    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Scatter_AnyNumberFullyConnected_TakesTheSlowestSubtree(int n) => Assert.Equal(
        Endpoint + Slowest(n, Bytes / n), await RunAsync("FullyConnected", n, "binomialTree", CollectiveKind.Scatter, Bytes));

    private static IEnumerable<int> Levels(int n) => Enumerable.Range(0, int.Log2(n)).Select(level => 1 << level);

    private static int LinksOver(string topology, int distance) => topology == "Ring" ? distance : LinksTo(topology);

    // From when the root of a tree of m ranks is through the endpoint to the last of it, or the other way round.
    private static long Slowest(int m, long bytes) => Enumerable.Range(0, m == 1 ? 0 : int.Log2(m - 1) + 1)
        .Select(bit => Math.Min(1 << bit, m - (1 << bit)))
        .Select(below => Hop(bytes * below) + Endpoint + Slowest(below, bytes))
        .DefaultIfEmpty(0)
        .Max();
}
