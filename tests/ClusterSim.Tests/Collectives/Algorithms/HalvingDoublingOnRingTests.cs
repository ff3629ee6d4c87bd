using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// Partners at an offset are as many links apart. Nobody waits for a link: all start together, and each link carries the messages
/// that cross it one hop after the other, opposite ones on links of their own.
/// </summary>
public sealed class HalvingDoublingOnRingTests
{
    private const long Bytes = 1 << 16;

    public static TheoryData<int> Sizes => [2, 4, 8, 16];

    // Halves at offsets 1, 2, ... n/2, and the same way back. All packets of the first round but its first are reduced.
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task AllReduce_OneChunk_HalvesThenDoubles(int n)
    {
        var steps = int.Log2(n);
        var expected = 2 * Halving(steps) + (2 * steps + 1) * Endpoint + Reductions(steps);

        Assert.Equal(expected, await RunAsync("Ring", n, "halvingDoubling", CollectiveKind.AllReduce, Bytes));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task ReduceScatter_OneChunk_Halves(int n)
    {
        var steps = int.Log2(n);
        var expected = Halving(steps) + (steps + 1) * Endpoint + Reductions(steps);

        Assert.Equal(expected, await RunAsync("Ring", n, "halvingDoubling", CollectiveKind.ReduceScatter, Bytes));
    }

    // Doubles from what each rank brings, at offsets n/2 ... 2, 1: each step crosses half as many links with twice as much.
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task AllGather_OneChunk_Doubles(int n)
    {
        var steps = int.Log2(n);
        var expected = Enumerable.Range(0, steps).Sum(step => Hop(Bytes << step, n >> (step + 1))) + (steps + 1) * Endpoint;

        Assert.Equal(expected, await RunAsync("Ring", n, "halvingDoubling", CollectiveKind.AllGather, Bytes));
    }

    private static long Halving(int steps) => Enumerable.Range(1, steps).Sum(step => Hop(Bytes >> step, 1 << (step - 1)));

    private static long Reductions(int steps) => Enumerable.Range(2, steps - 1).Sum(step => Reduction(Bytes >> step));
}
