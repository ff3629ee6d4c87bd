using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Options;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Hosting.Simulation;
using ClusterSim.Workload.Graph;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Network.Fabrics;

public sealed class DimensionsTests
{
    private const long Bytes = 1000;

    // Ring 4 (bandwidth 2, latency 10) x Switch 3 (4, 20) x FullyConnected 2 (8, 40): a chunk pays each link of each dimension in full.
    [Theory]
    [InlineData(0, 1, 510)]
    [InlineData(0, 2, 2 * 510)]
    [InlineData(0, 3, 510)]
    [InlineData(0, 4, 2 * 270)]
    [InlineData(0, 8, 2 * 270)]
    [InlineData(0, 12, 165)]
    [InlineData(0, 2 + 8 + 12, 2 * 510 + 2 * 270 + 165)]
    [InlineData(2 + 8 + 12, 0, 2 * 510 + 2 * 270 + 165)]
    [InlineData(5, 5 - 1 + 12, 510 + 165)]
    public async Task Send_AcrossDimensions_PaysEachLink(int from, int to, long expected)
    {
        var experiment = Priced(("Ring", 4, 2, 10), ("Switch", 3, 4, 20), ("FullyConnected", 2, 8, 40)).Executing(npu => SendOne(npu, from, to));

        var result = await EngineMatrix.RunOnAllAsync(experiment, TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Npus[to].Finish.Ns);
    }

    // Neighbours in a ring, and all in a fully connected dimension, have a link of their own: nothing waits, so both backends agree.
    [Theory]
    [InlineData(CollectiveKind.AllReduce, "ring")]
    [InlineData(CollectiveKind.AllGather, "ring")]
    [InlineData(CollectiveKind.ReduceScatter, "ring")]
    [InlineData(CollectiveKind.AllReduce, "halvingDoubling")]
    [InlineData(CollectiveKind.AllGather, "halvingDoubling")]
    public async Task Collective_WithoutSharedLinks_TakesAsLongAsWithoutCongestion(CollectiveKind kind, string algorithm)
    {
        var graph = new TestGraph();
        graph.Collective(kind, 1 << 16);
        var aware = Priced(("FullyConnected", 4, 2, 10), ("Ring", 2, 1, 20), ("FullyConnected", 2, 3, 7.5)).Using(algorithm).Executing(graph.Build());
        var unaware = aware with { Network = aware.Network with { Backend = NetworkBackend.CongestionUnaware } };

        var expected = await EngineMatrix.RunAsync(unaware, TestContext.Current.CancellationToken);
        var result = await EngineMatrix.RunAsync(aware, TestContext.Current.CancellationToken);

        Assert.Equal(expected.Npus.Select(npu => npu.Finish), result.Npus.Select(npu => npu.Finish));
    }

    // All others of a group send to one: their chunks reach the switch together and share its port. Each switch has its own group.
    [Fact]
    public async Task Incast_InSwitchesOfGroups_SharesOnePortEach()
    {
        const int Senders = 3;
        var experiment = Priced(("Ring", 2, 100, 0), ("Switch", Senders + 1, 2, 10)).Executing(npu =>
        {
            var graph = new TestGraph();
            for (var other = 1; npu < 2 && other <= Senders; other++)
            {
                graph.Receive(npu + 2 * other, Bytes);
            }

            if (npu >= 2)
            {
                graph.Send(npu % 2, Bytes);
            }

            return graph.Build();
        });

        var result = await EngineMatrix.RunOnAllAsync(experiment, TestContext.Current.CancellationToken);

        // 10 + 500 to the switch, then one after the other 500, and 10 for the last.
        Assert.Equal(510 + Senders * 500 + 10, result.Npus[0].Finish.Ns);
        Assert.Equal(510 + Senders * 500 + 10, result.Npus[1].Finish.Ns);
    }

    // A change that changes nothing takes one dimension to the network for all dimensions, message by message the same.
    [Fact]
    public async Task OneDimension_AnyExperiment_IsTheSameInTheNetworkOfAllDimensions()
    {
        await RandomExperiment.On(RandomNetwork.OneDimension).SampleAsync(
            async experiment =>
            {
                var first = await EngineMatrix.RunAsync(experiment, CancellationToken.None);
                var other = await EngineMatrix.RunAsync(
                    experiment.WithChanges(new LinkChange(0, NeighbourOf0(experiment), new SimTime(3), IsUp: true)), CancellationToken.None);

                Assert.Equal(first.Digest, other.Digest);
                Assert.Equal(first.Hops, other.Hops);
            },
            iter: 100);
    }

    private static int NeighbourOf0(Experiment experiment) =>
        experiment.Network.Dimensions[0].Topology.LinksFrom(0, experiment.Network.NpuCount)[0];

    private static ExecutionGraph SendOne(int npu, int from, int to)
    {
        var graph = new TestGraph();
        if (npu == from)
        {
            graph.Send(to, Bytes);
        }
        else if (npu == to)
        {
            graph.Receive(from, Bytes);
        }

        return graph.Build();
    }

    private static Experiment Priced(params (string Topology, int NpuCount, double BytesPerNs, double LatencyNs)[] dimensions)
    {
        var experiment = TestExperiment.OnDimensions(
            NetworkBackend.CongestionAware, [.. dimensions.Select(dimension => (dimension.Topology, dimension.NpuCount))]);
        var priced = experiment.Network.Dimensions.Zip(dimensions, (dimension, price) =>
            dimension with { Bandwidth = new Bandwidth(price.BytesPerNs), LatencyNs = price.LatencyNs });
        return experiment with { Network = experiment.Network with { Dimensions = [.. priced] } };
    }
}
