using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Hosting.Simulation;

public sealed class ConservationTests
{
    [Fact]
    public async Task RunAsync_AllNpusTogetherSendMoreThan63BitsOfBytes_Ends()
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllReduce, 1L << 61);
        var experiment = TestExperiment.On("Ring", 4).WithLinks(bytesPerNs: 1e15, latencyNs: 500).Executing(graph.Build());

        var result = await EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken);

        Assert.Equal(24, result.Messages);
    }
}
