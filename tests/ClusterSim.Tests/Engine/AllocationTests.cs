using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Engine;

/// <summary>Alone, because what a process allocates is counted as a whole.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    private const int Runs = 3;

    [Theory]
    [InlineData("Ring")]
    [InlineData("Switch")]
    [InlineData("FullyConnected")]
    public async Task Run_ThirtyTimesTheMessages_AllocatesNoMore(string topology)
    {
        // Two rings of the same phases; the all-to-all sends n/4 times as much.
        var (fewMessages, fewBytes) = await LeastOfSomeAsync(topology, CollectiveKind.AllReduce);
        var (manyMessages, manyBytes) = await LeastOfSomeAsync(topology, CollectiveKind.AllToAll);

        var messages = manyMessages - fewMessages;
        Assert.True(messages > 1_000_000);
        Assert.InRange(manyBytes - fewBytes, long.MinValue, messages);
    }

    // What a run allocates that is not its own, such as code that is compiled meanwhile, is not in all of them.
    private static async Task<(long Messages, long Bytes)> LeastOfSomeAsync(string topology, CollectiveKind kind)
    {
        var least = await RunAsync(topology, kind);
        for (var run = 1; run < Runs; run++)
        {
            var (_, bytes) = await RunAsync(topology, kind);
            least.Bytes = Math.Min(least.Bytes, bytes);
        }

        return least;
    }

    private static async Task<(long Messages, long Bytes)> RunAsync(string topology, CollectiveKind kind)
    {
        var graph = new TestGraph();
        graph.Collective(kind, 128 * 1024);
        var experiment = TestExperiment.On(topology, 128).Executing(graph.Build());
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = await EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken);
        return (result.Messages, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
