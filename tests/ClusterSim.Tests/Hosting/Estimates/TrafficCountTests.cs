using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Options;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Hosting.Simulation;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Hosting.Estimates;

public sealed class TrafficCountTests
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
    public async Task Total_RecordedCase_IsWhatTheRunCounts(string name)
    {
        var experiment = RecordedCase.Read(Repository.PathOf("tests", "ClusterSim.AcceptanceTests", "Cases", name)).Experiment;

        await CheckAsync(experiment);
    }

    [Fact]
    public async Task Total_RandomExperiment_IsWhatTheRunCounts() => await RandomExperiment.Any.SampleAsync(CheckAsync, iter: 100);

    private static async Task CheckAsync(Experiment experiment)
    {
        var counted = new TrafficCount(experiment).Total();

        var result = await EngineMatrix.RunAsync(experiment, CancellationToken.None);
        Assert.Equal(result.Messages, counted.Messages, tolerance: 0.01);
        if (experiment.Network is { Backend: NetworkBackend.CongestionAware } network && network.Changes.All(change => change.IsUp is null))
        {
            Assert.Equal(result.Hops, counted.Hops, tolerance: 0.01);
        }
    }
}
