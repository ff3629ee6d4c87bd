using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// Tree A: a root with one child, on top of a complete tree numbered in order. Everything goes up and down log2(n) levels, as on
/// FullyConnected; what differs is how long a level takes.
/// </summary>
public sealed class DoubleBinaryTreeOnFabricsTests
{
    private const long Bytes = 4096;

    public static TheoryData<int> Sizes => [2, 4, 8, 16];

    // Two children send to the same port at once, so the second message comes a message's time later; a parent sends to two children
    // on one link, so the right one's message does too. The root has one child, and none of that.
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task AllReduce_Switch_SharesTheLinksOfAParent(int n)
    {
        var levels = int.Log2(n);
        var hops = levels * Hop(Bytes, links: 2) + (levels - 1) * Bytes;

        Assert.Equal(2 * hops + Delays(levels), await RunAsync("Switch", n, "doubleBinaryTree", CollectiveKind.AllReduce, Bytes));
    }

    // The children of a node above 2^k leaves are 2^k links away, one to each side; so is the root of all, with n/2. Subtrees lie
    // beside each other and share no link.
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task AllReduce_Ring_GoesTwiceAsFarOnEachLevel(int n)
    {
        var levels = int.Log2(n);
        var hops = Enumerable.Range(0, levels).Sum(level => Hop(Bytes, links: 1 << level));

        Assert.Equal(2 * hops + Delays(levels), await RunAsync("Ring", n, "doubleBinaryTree", CollectiveKind.AllReduce, Bytes));
    }

    // A leaf passes the endpoint before it sends and after it has received; everyone else, on each level but the leaves' on the way
    // down, passes the endpoint and reduces.
    private static long Delays(int levels) => 2 * Endpoint + (2 * levels - 1) * (Endpoint + Reduction(Bytes));
}
