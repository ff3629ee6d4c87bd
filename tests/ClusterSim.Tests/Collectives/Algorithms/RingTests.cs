using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

public sealed class RingTests
{
    // Sizes: a multiple of 12 ranks' worth, so that chunks are whole.
    private const long Bytes = 12 * 7 * 5 * 100;

    public static TheoryData<string, int> Fabrics => new()
    {
        { "Ring", 2 }, { "Ring", 3 }, { "Ring", 12 },
        { "Switch", 2 }, { "Switch", 7 }, { "Switch", 12 },
        { "FullyConnected", 2 }, { "FullyConnected", 5 }, { "FullyConnected", 12 },
    };

    // 2(n-1) messages of 1/n one after the other. A packet passes the endpoint before each send and after the last receive; those
    // of the first n-1 receives are reduced.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllReduce_OneChunk_TakesTwiceNMinusOneSteps(string topology, int n)
    {
        var part = Bytes / n;
        var expected = 2 * (n - 1) * Hop(part, LinksTo(topology)) + (2 * n - 1) * Endpoint + (n - 1) * Reduction(part);

        Assert.Equal(expected, await RunAsync(topology, n, "ring", CollectiveKind.AllReduce, Bytes));
    }

    // n-1 messages of 1/n; all received parts are reduced.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task ReduceScatter_OneChunk_TakesNMinusOneSteps(string topology, int n)
    {
        var part = Bytes / n;
        var expected = (n - 1) * (Hop(part, LinksTo(topology)) + Reduction(part)) + n * Endpoint;

        Assert.Equal(expected, await RunAsync(topology, n, "ring", CollectiveKind.ReduceScatter, Bytes));
    }

    // n-1 messages of all that a rank brings; nothing is reduced.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllGather_OneChunk_TakesNMinusOneStepsOfTheWholeSize(string topology, int n) => Assert.Equal(
        (n - 1) * Hop(Bytes, LinksTo(topology)) + n * Endpoint,
        await RunAsync(topology, n, "ring", CollectiveKind.AllGather, Bytes));

    // What is for the rank at distance d is passed on d times: 1 + 2 + ... + n-1 messages of 1/n from each rank.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllToAll_OneChunk_PassesEverythingOn(string topology, int n)
    {
        var steps = n * (n - 1) / 2;
        var expected = steps * Hop(Bytes / n, LinksTo(topology)) + (steps + 1) * Endpoint;

        Assert.Equal(expected, await RunAsync(topology, n, "ring", CollectiveKind.AllToAll, Bytes));
    }
}
