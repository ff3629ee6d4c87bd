using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Options;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Scheduling;

/// <summary>
/// Collectives with a root over two dimensions, a ring of three and a switch of two, in the network without congestion: a message takes
/// 500 ns along the ring, 1,000 ns over the switch, and a ns a byte. In both dimensions all ranks are one level below the root.
/// </summary>
public sealed class RootedCollectiveTests
{
    private const int Root = 4;
    private const long Bytes = 600;
    private const long OnRing = 500;
    private const long OverSwitch = 1000;

    // From the root to NPU 1 over the switch, then along both rings.
    [Fact]
    public async Task Broadcast_TwoDimensions_SpreadsFromTheLastDown() => Assert.Equal(
        OverSwitch + OnRing + 2 * Bytes + 4 * Endpoint, await EndAsync(CollectiveKind.Broadcast));

    // Along both rings to NPU 1 and the root, and from NPU 1 over the switch.
    [Fact]
    public async Task Reduce_TwoDimensions_ComesTogetherFromTheFirst() => Assert.Equal(
        OverSwitch + OnRing + 2 * (Bytes + Reduction(Bytes)) + 4 * Endpoint, await EndAsync(CollectiveKind.Reduce));

    // Half of all crosses the switch, a third of that the ring.
    [Fact]
    public async Task Scatter_TwoDimensions_CutsTheDataInEach() => Assert.Equal(
        OverSwitch + OnRing + Bytes / 2 + Bytes / 6 + 4 * Endpoint, await EndAsync(CollectiveKind.Scatter));

    // What three have brought crosses the switch.
    [Fact]
    public async Task Gather_TwoDimensions_CarriesWhatEachLineHasBrought() => Assert.Equal(
        OverSwitch + OnRing + Bytes + 3 * Bytes + 4 * Endpoint, await EndAsync(CollectiveKind.Gather));

    // Two rounds in the ring, one over the switch.
    [Fact]
    public async Task Barrier_TwoDimensions_IsABarrierInEach() => Assert.Equal(
        2 * (OnRing + Bytes + Endpoint) + Endpoint + OverSwitch + Bytes + 2 * Endpoint, await EndAsync(CollectiveKind.Barrier));

    // The other ring has a root of its own, at the same place.
    [Fact]
    public async Task Broadcast_OneDimensionInvolved_StaysInIt() => Assert.Equal(
        OnRing + Bytes + 2 * Endpoint, await EndAsync(CollectiveKind.Broadcast, involved: 1));

    // An NPU sends once for each in its own lines below it: the root two on the ring and one over the switch, NPU 1 two.
    [Fact]
    public async Task Broadcast_TwoDimensions_ReachesEachNpuOnce()
    {
        var result = await EngineMatrix.RunAsync(On(CollectiveKind.Broadcast, uint.MaxValue), TestContext.Current.CancellationToken);

        Assert.Equal(5, result.Messages);
    }

    // The root is third in the group: it has all before it; the first takes one level, as they all do among three.
    [Fact]
    public async Task Reduce_InAGroup_GoesToTheRootsPlaceInIt()
    {
        int[] members = [4, 1, 2];
        var group = new ProcessGroup("tp", 1, members);
        var experiment = TestExperiment.On("FullyConnected", 6).Executing(npu =>
        {
            var graph = new TestGraph();
            if (members.Contains(npu))
            {
                graph.RootedCollective(CollectiveKind.Reduce, Bytes, root: 2, "tp");
            }

            return graph.Build();
        }).WithGroups(group);

        var result = await EngineMatrix.RunOnAllAsync(experiment, TestContext.Current.CancellationToken);

        Assert.Equal(
            [0, Endpoint, Endpoint + Hop(Bytes) + Endpoint + Reduction(Bytes), 0, Endpoint, 0],
            result.Npus.Select(npu => npu.Finish.Ns));
    }

    // The last to come decides when the root has all, but nobody else waits.
    [Fact]
    public async Task Gather_OneComesLate_OnlyTheRootWaits()
    {
        var experiment = TestExperiment.On("FullyConnected", 3).Executing(npu =>
        {
            var graph = new TestGraph();
            graph.RootedCollective(CollectiveKind.Gather, Bytes, root: 1, after: graph.Compute(npu == 2 ? 5 : 0));
            return graph.Build();
        });

        var result = await EngineMatrix.RunOnAllAsync(experiment, TestContext.Current.CancellationToken);

        Assert.Equal([1 + Endpoint, 5000 + Endpoint + Hop(Bytes) + Endpoint, 5000 + Endpoint], result.Npus.Select(npu => npu.Finish.Ns));
    }

    private static async Task<long> EndAsync(CollectiveKind kind, uint involved = uint.MaxValue)
    {
        var result = await EngineMatrix.RunOnAllAsync(On(kind, involved), TestContext.Current.CancellationToken);
        return result.End.Ns;
    }

    private static Experiment On(CollectiveKind kind, uint involved)
    {
        var graph = new TestGraph();
        graph.Add(new TraceNode
        {
            Id = 1,
            Kind = NodeKind.Collective,
            Collective = kind,
            Size = new ByteSize(Bytes),
            Peer = kind == CollectiveKind.Barrier ? 0 : Root,
            InvolvedDimensions = involved,
        });
        return TestExperiment.OnDimensions(NetworkBackend.CongestionUnaware, ("Ring", 3), ("Switch", 2))
            .Using("binomialTree")
            .Executing(graph.Build());
    }
}
