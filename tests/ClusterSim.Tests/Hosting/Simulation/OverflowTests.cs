using ClusterSim.Core;
using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Hosting.Simulation;

public sealed class OverflowTests
{
    // While it runs, and when figures are added up after its end: each fits, the time of all kinds together does not.
    [Theory]
    [InlineData(1e-6, 0)]
    [InlineData(2.8e-4, 4_611_686_018_427_387)]
    public async Task RunAsync_MoreThanNumbersHold_SaysWhatToCheck(double bytesPerNs, long computeMicroseconds)
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllReduce, 1L << 50);
        graph.Compute(computeMicroseconds);
        var experiment = TestExperiment.On("Ring", 4).WithLinks(bytesPerNs, latencyNs: 500).Executing(graph.Build());

        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(
            () => EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken));

        Assert.Contains("exceeds 2^63 - 1 (ns or bytes). Check for", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Arithmetic operation", error.Message, StringComparison.Ordinal);
    }
}
