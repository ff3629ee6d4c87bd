using ClusterSim.Core.Collectives;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

public sealed class DirectTests
{
    private const long Bytes = 12 * 7 * 5 * 100;

    // All n-1 packets pass the endpoint together and leave on links of their own.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    public async Task AllToAll_FullyConnected_TakesOneStep(int n) => Assert.Equal(
        Hop(Bytes / n) + 2 * Endpoint,
        await RunAsync("FullyConnected", n, "direct", CollectiveKind.AllToAll, Bytes));

    // The n-1 packets leave one behind the other on the NPU's only link; the switch sends each on without waiting, since its k-th
    // packets are for different ports.
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(12)]
    public async Task AllToAll_Switch_LeavesOneBehindTheOther(int n) => Assert.Equal(
        (n - 2) * (Bytes / n) + Hop(Bytes / n, links: 2) + 2 * Endpoint,
        await RunAsync("Switch", n, "direct", CollectiveKind.AllToAll, Bytes));

    // A window of one: n-1 messages to ever farther ranks, one after the other.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task AllToAll_WindowOfOneFullyConnected_TakesNMinusOneSteps(int n) => Assert.Equal(
        (n - 1) * Hop(Bytes / n) + n * Endpoint,
        await RunAsync("FullyConnected", n, "direct1", CollectiveKind.AllToAll, Bytes));

    // Each rank sends all it has to every other.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task AllGather_FullyConnected_TakesOneStepOfTheWholeSize(int n) => Assert.Equal(
        Hop(Bytes) + 2 * Endpoint,
        await RunAsync("FullyConnected", n, "direct", CollectiveKind.AllGather, Bytes));

    // As all-to-all, and what arrives together is reduced together.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task ReduceScatter_FullyConnected_ReducesWhatArrives(int n) => Assert.Equal(
        Hop(Bytes / n) + 2 * Endpoint + Reduction(Bytes / n),
        await RunAsync("FullyConnected", n, "direct", CollectiveKind.ReduceScatter, Bytes));

    // A reduce-scatter, and the second half only when the whole first half is there.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task AllReduce_FullyConnected_TakesTwoSteps(int n) => Assert.Equal(
        2 * Hop(Bytes / n) + 3 * Endpoint + Reduction(Bytes / n),
        await RunAsync("FullyConnected", n, "direct", CollectiveKind.AllReduce, Bytes));
}
