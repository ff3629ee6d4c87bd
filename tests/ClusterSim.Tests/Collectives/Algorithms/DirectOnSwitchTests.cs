using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// The n-1 packets leave one behind the other on the NPU's only link, and so they arrive; the switch sends each on without
/// waiting, since the k-th packets of all NPUs are for different ports.
/// </summary>
public sealed class DirectOnSwitchTests
{
    private const long Bytes = 12 * 7 * 5 * 100;

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(12)]
    public async Task AllGather_OneChunk_SendsTheWholeSizeToEach(int n) => Assert.Equal(
        InLine(n, Bytes) + 2 * Endpoint,
        await RunAsync("Switch", n, "direct", CollectiveKind.AllGather, Bytes));

    // Each part is reduced when it arrives, whatever else is; so only the last one's reduction is seen.
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(12)]
    public async Task ReduceScatter_OneChunk_ReducesTheLastPartAtTheEnd(int n) => Assert.Equal(
        InLine(n, Bytes / n) + 2 * Endpoint + Reduction(Bytes / n),
        await RunAsync("Switch", n, "direct", CollectiveKind.ReduceScatter, Bytes));

    // Two rounds. The second one may start when all n-1 parts have arrived, with the first packet that passes its delay from then
    // on. Parts arrive a part's time apart and their reduction lasts three of these times: of five ranks and more, the one that
    // arrived three before the last passes just then, with the endpoint delay alone left; of fewer, the first one to arrive does,
    // 5-n times later. The others follow as fast as the link takes them.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(12)]
    public async Task AllReduce_OneChunk_StartsTheSecondRoundWhileTheLastPartsAreReduced(int n)
    {
        var part = Bytes / n;
        var expected = 2 * InLine(n, part) + 3 * Endpoint + Math.Max(0, 5 - n) * part;

        Assert.Equal(expected, await RunAsync("Switch", n, "direct", CollectiveKind.AllReduce, Bytes));
    }

    private static long InLine(int n, long bytes) => (n - 2) * bytes + Hop(bytes, links: 2);
}
