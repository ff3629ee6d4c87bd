using ClusterSim.Core;
using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Hosting.Simulation;

public sealed class OverflowTests
{
    [Theory]
    [InlineData(1e-6, 1L << 50)]
    [InlineData(1e15, 1L << 61)]
    public async Task RunAsync_MoreThanNumbersHold_SaysWhatToCheck(double bytesPerNs, long bytes)
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllReduce, bytes);
        var experiment = TestExperiment.On("Ring", 4).WithLinks(bytesPerNs, latencyNs: 500).Executing(graph.Build());

        var error = await Assert.ThrowsAsync<SimulationFailedException>(
            () => EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken));

        Assert.Contains("exceeds 2^63 - 1 (ns or bytes). Check for", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Arithmetic operation", error.Message, StringComparison.Ordinal);
    }
}
