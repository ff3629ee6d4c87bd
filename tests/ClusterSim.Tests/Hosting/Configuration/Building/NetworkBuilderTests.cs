using ClusterSim.Network.Options;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class NetworkBuilderTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Network_OfOneDimension_HasItsFigures()
    {
        input.Write("network.yml", "topology: [ Ring ]\nnpus_count: [ 8 ]\nbandwidth: [ 400.0 ]  # GB/s\nlatency: [ 936.25 ]  # ns\n");

        var network = input.Load().Experiment.Network;

        var dimension = Assert.Single(network.Dimensions);
        Assert.Equal("Ring", dimension.Topology.Name);
        Assert.Equal(8, dimension.NpuCount);
        Assert.Equal(400 * 1.073741824, dimension.Bandwidth.BytesPerNs, 1e-12);
        Assert.Equal(936.25, dimension.LatencyNs);
        Assert.Equal(NetworkBackend.CongestionAware, network.Backend);
    }

    [Fact]
    public void Network_OfTwoDimensions_KeepsTheirOrder()
    {
        input.Write("network.yml", "topology: [Ring, Switch]\nnpus_count: [4, 2]\nbandwidth: [50, 25]\nlatency: [500, 700]\n");

        var network = input.Load("backend=congestion-unaware").Experiment.Network;

        Assert.Equal(["Ring", "Switch"], network.Dimensions.Select(dimension => dimension.Topology.Name));
        Assert.Equal(8, network.NpuCount);
        Assert.Equal(NetworkBackend.CongestionUnaware, network.Backend);
    }

    [Theory]
    [InlineData(
        "topology: [ Rng ]",
        "network.yml:1 topology[0]: Rng is not allowed: give one of Ring, Switch, FullyConnected. Did you mean Ring?")]
    [InlineData(
        "npus_count: [ 1 ]",
        "network.yml:2 npus_count[0]: 1 is not allowed: give a whole number from 2 to 1,048,576.")]
    [InlineData(
        "npus_count: [ 2.5 ]",
        "network.yml:2 npus_count[0]: 2.5 is not allowed: give a whole number from 2 to 1,048,576.")]
    [InlineData(
        "npus_count: 4",
        "network.yml:2 npus_count: 4 is no list: give a list, each entry a whole number from 2 to 1,048,576.")]
    [InlineData(
        "bandwidth: [ 0 ]",
        "network.yml:3 bandwidth[0]: 0 is not allowed: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "bandwidth: [ 1e-300 ]",
        "network.yml:3 bandwidth[0]: 1e-300 is not allowed: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "bandwidth: [ -5 ]",
        "network.yml:3 bandwidth[0]: -5 is not allowed: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "bandwidth: [ 1e999 ]",
        "network.yml:3 bandwidth[0]: 1e999 is too large a number: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "bandwidth: [ .inf ]",
        "network.yml:3 bandwidth[0]: .inf is no number: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "bandwidth: [ NaN ]",
        "network.yml:3 bandwidth[0]: NaN is no number: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "bandwidth: [ \"50\" ]",
        "network.yml:3 bandwidth[0]: \"50\" is no number: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "bandwidth: []",
        "network.yml:3 bandwidth: an empty list is not allowed: give a list, each entry a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "bandwidth:",
        "network.yml:3 bandwidth: The key has no value: give a list, each entry a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).")]
    [InlineData(
        "latency: [ -1 ]",
        "network.yml:4 latency[0]: -1 is not allowed: give a number from 0 to 1,000,000,000,000,000 (ns).")]
    public void Network_WithOneValueWrong_SaysWhatIsAllowed(string line, string problem)
    {
        var key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        var lines = InputFolder.Network.Split('\n').Select(old => old.StartsWith(key, StringComparison.Ordinal) ? line : old);
        input.Write("network.yml", string.Join('\n', lines));

        Assert.Contains(problem, input.Problems());
    }

    [Fact]
    public void Network_WithSeveralMistakes_NamesAllAtOnce()
    {
        input.Write("network.yml", "topology: [ Rng ]\nnpus_count: [ 1 ]\nbandwidth: [ 0 ]\nlatency: [ -1 ]\n");

        Assert.Equal(4, input.Problems().Length);
    }

    [Fact]
    public void Network_WithListsOfUnequalLength_NamesEachLength()
    {
        input.Write("network.yml", "topology: [ Switch, Ring ]\nnpus_count: [ 4 ]\nbandwidth: [ 50 ]\nlatency: [ 500, 1, 2 ]\n");

        Assert.Equal(
            ["network.yml: The lists differ in length: topology has 2, npus_count has 1, bandwidth has 1, latency has 3. Give each one "
                + "entry a dimension."],
            input.Problems());
    }

    [Fact]
    public void Network_OfTooManyNpus_IsRefusedWithoutOverflow()
    {
        input.Write("network.yml", "topology: [Ring, Ring]\nnpus_count: [1000000, 1000000]\nbandwidth: [50, 25]\nlatency: [500, 700]\n");

        Assert.Equal(
            ["network.yml:2 npus_count: 1000000 x 1000000 are more NPUs than 1,048,576, the most allowed."],
            input.Problems("backend=congestion-unaware"));
    }
}
