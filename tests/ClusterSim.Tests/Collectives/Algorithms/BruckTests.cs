using System.Numerics;
using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>In a round all ranks send to another one each, the same size, so that no two messages share a link, but on a ring.</summary>
public sealed class BruckTests
{
    private const long Bytes = 12 * 7 * 5 * 100;

    public static TheoryData<string, int> Fabrics => new()
    {
        { "FullyConnected", 2 }, { "FullyConnected", 3 }, { "FullyConnected", 8 }, { "FullyConnected", 11 },
        { "Switch", 2 }, { "Switch", 5 }, { "Switch", 12 }, { "Switch", 16 }, { "Ring", 2 }, { "Ring", 3 },
    };

    // The block for the rank j places on goes in the rounds of the bits of j. What does not divide is dropped, as by the others.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllToAll_OneChunk_SendsInEachRoundTheBlocksWithItsBit(string topology, int n)
    {
        var rounds = Enumerable.Range(0, Rounds(n)).Select(round => Enumerable.Range(0, n).Count(j => (j >> round & 1) != 0)).ToArray();
        var expected = Endpoint + rounds.Sum(blocks => Hop(blocks * (Bytes / n), LinksTo(topology)) + Endpoint);

        Assert.Equal(Enumerable.Range(0, n).Sum(j => BitOperations.PopCount((uint)j)), rounds.Sum());
        Assert.Equal(expected, await RunAsync(topology, n, "bruck", CollectiveKind.AllToAll, Bytes));
    }

    // Blocks double, until n-1 of others are there.
    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task AllGather_OneChunk_Doubles(string topology, int n)
    {
        const long Own = 100;
        var rounds = Enumerable.Range(0, Rounds(n)).Select(round => Math.Min(1 << round, n - (1 << round))).ToArray();
        var expected = Endpoint + rounds.Sum(blocks => Hop(blocks * Own, LinksTo(topology)) + Endpoint);

        Assert.Equal(n - 1, rounds.Sum());
        Assert.Equal(expected, await RunAsync(topology, n, "bruck", CollectiveKind.AllGather, Own));
    }

    private static int Rounds(int n) => int.Log2(n - 1) + 1;
}
