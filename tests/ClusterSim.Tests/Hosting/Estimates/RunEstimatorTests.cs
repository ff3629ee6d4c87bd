using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Hosting.Estimates;

public sealed class RunEstimatorTests
{
    [Theory]
    [InlineData("ref-1d-000-switch8-all-reduce-direct")]
    [InlineData("ref-1d-015-ring8-all-reduce-doubleBinaryTree")]
    [InlineData("ref-1d-046-switch16-all-gather-halvingDoubling")]
    [InlineData("ref-custom-003-ring8")]
    [InlineData("ref-feature-involved-dim-0")]
    [InlineData("ref-feature-replay-only-0")]
    [InlineData("ref-groups-000-fullyconnected-tp4-dp4")]
    [InlineData("ref-pipeline-011-ring2-mb3")]
    [InlineData("resnet50-serial-8-aware")]
    public async Task Of_RecordedCase_HasAboutItsMessages(string name)
    {
        var experiment = RecordedCase.Read(Repository.PathOf("tests", "ClusterSim.AcceptanceTests", "Cases", name)).Experiment;

        var estimate = RunEstimator.Of(experiment);

        var result = await EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken);
        Assert.InRange(estimate.Messages, result.Messages / 2, 2 * result.Messages);
    }

    [Fact]
    public void Of_LargerSystem_TakesMoreOfEverything()
    {
        var small = RunEstimator.Of(AllReduce(8));
        var large = RunEstimator.Of(AllReduce(1024));

        Assert.True(large.Messages > small.Messages);
        Assert.True(large.Memory > small.Memory);
        Assert.True(large.Time > small.Time);
    }

    private static Experiment AllReduce(int npuCount)
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllReduce, 1 << 20);
        return TestExperiment.On("Ring", npuCount).Executing(graph.Build());
    }
}
