using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

public sealed class HalvingDoublingTests
{
    private const long Bytes = 1 << 16;

    public static TheoryData<string, int> Fabrics => new()
    {
        { "FullyConnected", 2 }, { "FullyConnected", 4 }, { "FullyConnected", 16 }, { "Switch", 2 }, { "Switch", 8 },
    };

    // Halves ever smaller parts, then doubles them back. The packets of the first round but its first are reduced, each priced
    // with its own size.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllReduce_OneChunk_HalvesThenDoubles(string topology, int n)
    {
        var halves = Halves(n);
        var expected = 2 * halves.Sum(part => Hop(part, LinksTo(topology)))
            + (2 * halves.Length + 1) * Endpoint + halves.Skip(1).Sum(Reduction);

        Assert.Equal(expected, await RunAsync(topology, n, "halvingDoubling", CollectiveKind.AllReduce, Bytes));
    }

    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task ReduceScatter_OneChunk_Halves(string topology, int n)
    {
        var halves = Halves(n);
        var expected = halves.Sum(part => Hop(part, LinksTo(topology))) + (halves.Length + 1) * Endpoint + halves.Skip(1).Sum(Reduction);

        Assert.Equal(expected, await RunAsync(topology, n, "halvingDoubling", CollectiveKind.ReduceScatter, Bytes));
    }

    // Doubles from what each rank brings up to half of what all hold.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllGather_OneChunk_Doubles(string topology, int n)
    {
        var steps = Halves(n).Length;
        var expected = Enumerable.Range(0, steps).Sum(step => Hop(Bytes << step, LinksTo(topology))) + (steps + 1) * Endpoint;

        Assert.Equal(expected, await RunAsync(topology, n, "halvingDoubling", CollectiveKind.AllGather, Bytes));
    }

    private static long[] Halves(int n) =>
        [.. Enumerable.Range(1, int.Log2(n)).Select(step => Bytes >> step)];
}
