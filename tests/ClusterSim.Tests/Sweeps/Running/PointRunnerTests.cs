using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Sweeps.Definition;
using ClusterSim.Sweeps.Running;
using ClusterSim.Sweeps.Tables;
using ClusterSim.Tests.Hosting.Configuration;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

public sealed class PointRunnerTests : IDisposable
{
    private const string Endless = "workload.size: 1GiB\nworkload.repeat: 50000\n";

    private readonly InputFolder input = new();
    private readonly Simulator simulator = new();

    public void Dispose()
    {
        simulator.Dispose();
        input.Dispose();
    }

    [Fact]
    public async Task Run_Point_GivesTheFiguresOfItsSimulation()
    {
        var expected = await simulator.RunAsync(input.Load("network.bandwidth=[75]").Experiment, new(), cancellation: TestContext.Current.CancellationToken);

        var result = await RunAsync("network.bandwidth: [75]\n");

        Assert.Equal((3, 2, "here", null), (result.Point, result.Attempt, result.Node, result.Error));
        Assert.Equal((expected.Digest, expected.Events, expected.Messages, expected.End.Ns), (result.Digest, result.Events, result.Messages, result.SimulatedNs));
        Assert.Equal([4], result.NpuCounts);
        Assert.Equal(expected.Npus[0].Wall.Ns, new PointFigures(result).Of(NpuColumns.Wall)!.Max);
        Assert.Equal(expected.Npus[0].Communication.Ns, new PointFigures(result).Of(NpuColumns.Communication)!.Mean);
        Assert.Equal(100, new PointFigures(result).Overhead()!.Min);
    }

    [Fact]
    public async Task Run_PointWithInvalidValue_FailsWithTheReason()
    {
        var result = await RunAsync("network.latency: [-1]\n");

        Assert.Contains("-1 is not allowed", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.NpuCounts);
    }

    [Theory]
    [InlineData("network.latency: [1]\n")]
    [InlineData(Endless)]
    public async Task Run_MoreEventsThanAllowed_FailsWithTheSameWords(string assignments)
    {
        var result = await RunAsync(assignments, new(null, 5, null));

        Assert.Equal("It has more than 5 events, which are allowed.", result.Error);
    }

    [Fact]
    public async Task Run_LongerThanAllowed_Fails()
    {
        var result = await RunAsync(Endless, new(0.01, null, null));

        Assert.Equal("It ran longer than 0.01 s, which are allowed.", result.Error);
    }

    [Fact]
    public async Task Run_EstimateAboveTheAllowedMemory_FailsWithoutBeingBegun()
    {
        var result = await RunAsync("network.latency: [1]\n", new(null, null, 1 << 20));

        Assert.StartsWith("It is estimated to need ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith(" bytes of memory; 1,048,576 are allowed.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EstimateAboveTheMemoryOfTheNode_FailsAndNamesTheNode()
    {
        using var runner = Runner(PointLimits.None, nodeMemory: 1 << 20);

        var result = await runner.RunAsync(new(3, 2, "network.latency: [1]\n"), TestContext.Current.CancellationToken);

        Assert.EndsWith(" bytes of memory; node here has 1,048,576 for its work (limits.memory in its file).", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Cancelled_GivesNoResult()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner(new(60, null, null)).RunAsync(new(3, 2, Endless), source.Token));
    }

    private Task<PointResult> RunAsync(string assignments, PointLimits? limits = null) =>
        Runner(limits ?? PointLimits.None).RunAsync(new(3, 2, assignments), TestContext.Current.CancellationToken);

    private PointRunner Runner(PointLimits limits, long? nodeMemory = null)
    {
        var setup = new PointRunnerSetup
        {
            Node = "here",
            Simulator = simulator,
            Traces = new(),
            Limits = limits,
            Memory = new(slots: 1, nodeMemory),
        };
        return new(setup, EffectiveDocument.FromYaml("sweep", EffectiveDocument.FromFile(input.ExperimentFile).ToYaml()));
    }
}
