using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// Each NPU sends to the h = n/2 next NPUs clockwise (a tie goes there), nearest first, and to the others the other way, farthest
/// first. All links of a direction carry the same: h messages of their own NPU, then the h-1 of the neighbour that go on, then the
/// h-2 of the one behind it, down to a single one: h(h+1)/2 in all. Where a message takes no less than the latency, the next
/// batch is there before the one at hand is through, and the link is never idle, but for the last message: it leaves the link
/// before as the last one there too, and so comes a latency late. Its own latency follows. Anticlockwise the farthest leave first,
/// so that nothing comes late and all is over sooner.
/// </summary>
public sealed class DirectOnRingTests
{
    private const long Bytes = 12 * 7 * 5 * 100;
    private const long Latency = 500;

    public static TheoryData<int> Sizes => [2, 3, 4, 5, 7, 10, 12];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task AllToAll_OneChunk_FillsTheLinks(int n) => Assert.Equal(
        Round(n, Bytes / n) + 2 * Endpoint,
        await RunAsync("Ring", n, "direct", CollectiveKind.AllToAll, Bytes));

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task AllGather_OneChunk_FillsTheLinksWithTheWholeSize(int n) => Assert.Equal(
        Round(n, Bytes) + 2 * Endpoint,
        await RunAsync("Ring", n, "direct", CollectiveKind.AllGather, Bytes));

    // The part that arrives last is reduced last.
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task ReduceScatter_OneChunk_ReducesTheLastPartAtTheEnd(int n) => Assert.Equal(
        Round(n, Bytes / n) + 2 * Endpoint + Reduction(Bytes / n),
        await RunAsync("Ring", n, "direct", CollectiveKind.ReduceScatter, Bytes));

    // All parts arrive at once, are reduced at once, and so are sent round once more.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AllReduce_NeighboursOnly_TakesTwoSteps(int n) => Assert.Equal(
        2 * Hop(Bytes / n) + 3 * Endpoint + Reduction(Bytes / n),
        await RunAsync("Ring", n, "direct", CollectiveKind.AllReduce, Bytes));

    // The part from the opposite NPU arrives last, is reduced, and lets the last packet go: one hop, anticlockwise. The two before
    // it were sent when the neighbours' parts were reduced, and are there by then.
    [Fact]
    public async Task AllReduce_FourNpus_EndsWithTheLastPartsHop()
    {
        const long Part = Bytes / 4;
        var expected = Round(4, Part) + Reduction(Part) + Hop(Part) + 3 * Endpoint;

        Assert.Equal(expected, await RunAsync("Ring", 4, "direct", CollectiveKind.AllReduce, Bytes));
    }

    private static long Round(int n, long bytes)
    {
        var half = n / 2;
        return half * (half + 1) / 2 * bytes + (half == 1 ? 1 : 2) * Latency;
    }
}
