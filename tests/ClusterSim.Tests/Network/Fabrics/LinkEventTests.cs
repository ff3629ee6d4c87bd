using ClusterSim.Core;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Options;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Network.Fabrics;

public sealed class LinkEventTests
{
    private const long Bytes = 1000;

    // The second send leaves when the first has arrived, at 1,010; what the link then is like counts.
    [Theory]
    [InlineData(1010, 1010 + 2000 + 10)]
    [InlineData(1011, 2 * 1010)]
    public async Task Bandwidth_FromATimeOn_IsThatOfLaterChunks(long at, long expected)
    {
        var result = await RunAsync(Pair().WithChanges(new LinkChange(0, 1, new SimTime(at), new Bandwidth(0.5))), (0, 1, Bytes), (0, 1, Bytes));

        Assert.Equal(expected, result.Npus[1].Finish.Ns);
    }

    [Fact]
    public async Task Latency_FromATimeOn_KeepsTheBandwidth()
    {
        var result = await RunAsync(
            Pair().WithChanges(new LinkChange(0, 1, new SimTime(0), new Bandwidth(2)), new LinkChange(0, 1, new SimTime(5), LatencyNs: 3)),
            (0, 1, Bytes),
            (0, 1, Bytes));

        Assert.Equal(10 + 500 + (3 + 500), result.Npus[1].Finish.Ns);
    }

    // The link fails while it sends: the chunk keeps what it was accepted with.
    [Fact]
    public async Task Down_WhileAChunkCrosses_LetsItArrive()
    {
        var result = await RunAsync(Pair().WithChanges(new LinkChange(0, 1, new SimTime(1), IsUp: false)), (0, 1, Bytes));

        Assert.Equal(10 + Bytes, result.Npus[1].Finish.Ns);
    }

    // Over switch 3 until it is cut off there, then over 4 and 5; when the link comes up again, over 3.
    [Theory]
    [InlineData(5000, 6000, 2, 2, 2)]
    [InlineData(0, 100_000, 3, 3, 3)]
    [InlineData(1000, 4000, 2, 3, 2)]
    public async Task Down_WithAnotherWay_LeadsLaterChunksRound(long down, long up, int first, int second, int third)
    {
        // Three sends, of which each leaves when the one before has arrived: at 0, 2,020 and 4,040 or 5,050.
        var graph = new TestNetworkGraph(2, 3).Join(0, 2).Join(2, 1).Join(0, 3).Join(3, 4).Join(4, 1).Build();
        var experiment = TestExperiment.OnGraph(graph).WithChanges(
            new LinkChange(0, 2, new SimTime(down), IsUp: false), new LinkChange(0, 2, new SimTime(up), IsUp: true));

        var result = await RunAsync(experiment, (0, 1, Bytes), (0, 1, Bytes), (0, 1, Bytes));

        Assert.Equal((first + second + third) * (10 + Bytes), result.Npus[1].Finish.Ns);
        Assert.Equal(first + second + third, result.Hops);
    }

    // The chunk is on its way to the switch, 0 to 1,010, when the switch loses its link to NPU 1, so it goes round by NPU 2.
    [Fact]
    public async Task Down_AheadOfAChunk_LeadsItRoundFromWhereItIs()
    {
        var graph = new TestNetworkGraph(3, 1).Join(0, 3).Join(3, 1).Join(3, 2).Join(2, 1).Build();
        var experiment = TestExperiment.OnGraph(graph).WithChanges(new LinkChange(3, 1, new SimTime(500), IsUp: false));

        var result = await RunAsync(experiment, (0, 1, Bytes));

        Assert.Equal(3 * (10 + Bytes), result.Npus[1].Finish.Ns);
        Assert.Equal(3, result.Hops);
    }

    [Theory]
    [InlineData(0, "no way left from npu/0 at 0 ns")]
    [InlineData(500, "no way left from switch/s0 at 1,010 ns")]
    public async Task Down_WithoutAnotherWay_FailsAndSaysWhere(long at, string expected)
    {
        var graph = new TestNetworkGraph(2, 1).Join(0, 2).Join(2, 1).Build();
        var experiment = TestExperiment.OnGraph(graph).WithChanges(new LinkChange(2, 1, new SimTime(at), IsUp: false));

        var failure = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync(experiment, (0, 1, Bytes)));

        Assert.Contains("A chunk from npu/0 to npu/1", failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    // Dimension-order routing knows one way.
    [Fact]
    public async Task Down_InDimensions_FailsAndNamesTheLink()
    {
        var experiment = TestExperiment.OnDimensions(NetworkBackend.CongestionAware, ("Ring", 3), ("Switch", 2))
            .WithChanges(new LinkChange(1, 7, new SimTime(0), IsUp: false));

        var failure = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync(experiment, (0, 4, Bytes)));

        Assert.Contains("link/1->7, which is down at 1,500 ns", failure.Message, StringComparison.Ordinal);
    }

    // The latency falls to 2 ns in the course of the run: partitions may never be further apart.
    [Fact]
    public async Task Latency_ThatBecomesShorter_KeepsEveryEngineEqual()
    {
        var graph = new TestNetworkGraph(4, 1).Join(0, 4, latencyNs: 400).Join(1, 4, latencyNs: 300).Join(2, 4, latencyNs: 200).Join(3, 4, latencyNs: 100).Build();
        var changes = Enumerable.Range(0, 4).Select(npu => new LinkChange(4, npu, new SimTime(500 * npu), new Bandwidth(100), LatencyNs: 2)).ToArray();
        var sends = Enumerable.Range(0, 40).Select(i => (i % 4, (i + 1 + i / 8 % 3) % 4, (long)(i % 5) * 10)).ToArray();

        var result = await EngineMatrix.RunOnAllAsync(
            TestNetworkGraph.Sending(TestExperiment.OnGraph(graph).WithChanges(changes), sends), TestContext.Current.CancellationToken);

        Assert.Equal(sends.Length, result.Messages);
    }

    private static Experiment Pair() => TestExperiment.OnGraph(new TestNetworkGraph(2, 0).Join(0, 1).Build());

    private static Task<SimulationResult> RunAsync(Experiment experiment, params (int From, int To, long Bytes)[] sends) =>
        EngineMatrix.RunOnAllAsync(TestNetworkGraph.Sending(experiment, sends), TestContext.Current.CancellationToken);
}
