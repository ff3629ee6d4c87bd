using ClusterSim.Collectives.Algorithms.Tree;
using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// Fully connected, each edge has its links, and the chunks cross them one behind the other. Reductions and endpoint delays of different chunks
/// pass at once, so a chunk's time on a link is what spaces them, on all levels: the last one follows the first c-1 chunks later. The deepest
/// rank is ceil(log2 n) levels down.
/// </summary>
public sealed class TreeTests
{
    // What NCCL and the algorithm have by default.
    private const int Chunks = 8;
    private const long Bytes = Chunks * 1000;
    private const long Chunk = Bytes / Chunks;

    public static TheoryData<int> Sizes => [2, 3, 4, 5, 6, 7, 9, 12, 16];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Broadcast_FullyConnected_PipelinesTheChunks(int n) => Assert.Equal(
        Endpoint + (Bytes - Chunk) + Depth(n) * (Hop(Chunk) + Endpoint),
        await RunAsync("FullyConnected", n, "tree", CollectiveKind.Broadcast, Bytes));

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Reduce_FullyConnected_ReducesOnEachLevel(int n) => Assert.Equal(
        Endpoint + (Bytes - Chunk) + Depth(n) * (Hop(Chunk) + Endpoint + Reduction(Chunk)),
        await RunAsync("FullyConnected", n, "tree", CollectiveKind.Reduce, Bytes));

    // A chunk that is reduced goes down at once, while the next comes up.
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task AllReduce_FullyConnected_GoesUpAndDown(int n) => Assert.Equal(
        Endpoint + (Bytes - Chunk) + Depth(n) * (2 * (Hop(Chunk) + Endpoint) + Reduction(Chunk)),
        await RunAsync("FullyConnected", n, "tree", CollectiveKind.AllReduce, Bytes));

    // Three chunks are a byte larger, and go first; on every level, all wait for these.
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Broadcast_SizeThatDoesNotDivide_LosesNothing(int n)
    {
        const long Larger = Chunk + 1;
        var expected = Endpoint + (Bytes + 3 - Larger) + Depth(n) * (Hop(Larger) + Endpoint);

        Assert.Equal(expected, await RunAsync("FullyConnected", n, "tree", CollectiveKind.Broadcast, Bytes + 3));
    }

    // A chain over links beside each other: 0, 2, 1 and 0, 2, 3 on a ring of four, two links and then one.
    [Fact]
    public async Task Broadcast_RingOfFour_GoesTwoLinksThenOne()
    {
        var expected = Endpoint + (Bytes - Chunk) + Hop(Chunk, links: 2) + Endpoint + Hop(Chunk) + Endpoint;

        Assert.Equal(expected, await RunAsync("Ring", 4, "tree", CollectiveKind.Broadcast, Bytes));
    }

    // Two ranks share no link on a switch, and all data passes it once, twice for an all-reduce.
    [Fact]
    public async Task AllReduce_SwitchOfTwo_PassesItTwice()
    {
        var expected = Endpoint + (Bytes - Chunk) + 2 * (Hop(Chunk, links: 2) + Endpoint) + Reduction(Chunk);

        Assert.Equal(expected, await RunAsync("Switch", 2, "tree", CollectiveKind.AllReduce, Bytes));
    }

    [Fact]
    public void At_EveryRank_AgreesWithItsNeighbours()
    {
        for (var n = 2; n < 70; n++)
        {
            for (var rank = 0; rank < n; rank++)
            {
                var links = BinaryTree.At(rank, n);
                Assert.InRange(links.Children.Count, 0, 2);
                Assert.All(links.Children, child => Assert.Equal(rank, BinaryTree.At(child, n).Parent));
                Assert.Equal(rank == 0, links.Parent is null);
                Assert.True(links.Parent is not { } parent || BinaryTree.At(parent, n).Children.Contains(rank));
            }

            Assert.Equal(Depth(n), Enumerable.Range(0, n).Max(rank => LevelOf(rank, n)));
        }
    }

    private static int Depth(int n) => int.Log2(n - 1) + 1;

    private static int LevelOf(int rank, int n) => BinaryTree.At(rank, n).Parent is { } parent ? 1 + LevelOf(parent, n) : 0;
}
