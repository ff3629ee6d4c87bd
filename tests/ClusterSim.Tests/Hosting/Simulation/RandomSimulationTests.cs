using ClusterSim.Testing.Simulations;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Hosting.Simulation;

public sealed class RandomSimulationTests
{
    // A run also checks itself that bytes and chunks are conserved, and each site that nothing comes before its cause.
    [Fact]
    public Task RunAsync_AnyExperiment_GivesTheSameBitsOnEveryEngine() =>
        RandomExperiment.Any.SampleAsync(
            experiment => EngineMatrix.RunOnAllAsync(experiment, TestContext.Current.CancellationToken),
            iter: 200,
            threads: 2,
            print: experiment => $"{string.Join("x", experiment.Network.Dimensions)} {experiment.System} {experiment.RemoteMemory}");
}
