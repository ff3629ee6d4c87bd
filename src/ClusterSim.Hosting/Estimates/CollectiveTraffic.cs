using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Estimates;

/// <summary>What the streams of collectives send: each way in which a workload calls collectives is rehearsed once.</summary>
internal sealed class CollectiveTraffic(Experiment experiment)
{
    private readonly SystemOptions system = experiment.System;
    // Groups of a graph's dimensions may lie at different distances, and so many show it.
    private const int MostGroups = 64;

    private readonly NetworkSurvey network = new(experiment.Network);
    private readonly int npus = experiment.Network.NpuCount;
    private readonly Dictionary<(CollectiveKind Kind, ProcessGroup? Group, uint Involved, CollectiveImplementation Implementation, ICollectiveAlgorithm? Custom, int Root), PhaseTraffic> known = [];

    /// <summary>What one rank sends for one stream.</summary>
    /// <param name="kind">What the collective does.</param>
    /// <param name="group">Who takes part; null: all NPUs.</param>
    /// <param name="involved">Bit d for network dimension d.</param>
    /// <param name="implementation">How it is run where no custom algorithm does.</param>
    /// <param name="custom">The custom algorithm that runs it; null: none does.</param>
    /// <param name="root">The place of its root in the group, or 0. That among all NPUs changes nothing in one dimension, which looks alike from each.</param>
    public PhaseTraffic OfStream(
        CollectiveKind kind, ProcessGroup? group, uint involved, CollectiveImplementation implementation, ICollectiveAlgorithm? custom, int root)
    {
        // A group of all NPUs works as no group. Only the peers of a custom algorithm stand in its own order.
        var isWhole = group is not null && group.Ranks.Count == npus && custom is null;
        var looksAlike = experiment.Network.Dimensions.Count == 1;
        var key = isWhole
            ? (kind, null, uint.MaxValue, implementation, null, looksAlike ? 0 : group!.Ranks[root])
            : (kind, group, involved, implementation, custom, group is null && looksAlike ? 0 : root);
        if (!known.TryGetValue(key, out var traffic))
        {
            traffic = Rehearse(kind, key.Item2, key.Item3, implementation, custom, key.Item6);
            known.Add(key, traffic);
        }

        return traffic;
    }

    /// <summary>How many links there are from one NPU to another; 0 where messages cross none, since each has the network to itself.</summary>
    public int Hops(int from, int to) => network.Hops(from, to);

    private PhaseTraffic Rehearse(
        CollectiveKind kind, ProcessGroup? group, uint involved, CollectiveImplementation implementation, ICollectiveAlgorithm? custom, int root)
    {
        var ranks = group?.Ranks;
        var count = ranks?.Count ?? npus;
        if (custom is not null)
        {
            return PhaseTraffic.Of(custom, kind, count, HopsAmong(ranks, root));
        }

        if (count < npus)
        {
            var isOnly = implementation.PerDimension.Count == 1;
            return PhaseTraffic.Of(isOnly ? implementation.PerDimension[0] : CollectiveCatalog.DefaultOf(kind), kind, count, HopsAmong(ranks, root));
        }

        var asked = group is null ? involved : uint.MaxValue;
        if (implementation.SpansSystem)
        {
            return IsIn(asked, 0) ? PhaseTraffic.Of(implementation.PerDimension[0], kind, npus, HopsAmong(null, root)) : default;
        }

        return OverDimensions(kind, implementation.PerDimension, asked, root);
    }

    private PhaseTraffic OverDimensions(CollectiveKind kind, IReadOnlyList<ICollectiveAlgorithm> algorithms, uint asked, int root)
    {
        var used = Enumerable.Range(0, experiment.Network.Shape.Count).Where(dimension => IsIn(asked, dimension)).ToArray();
        var goesUpAndDown = kind == CollectiveKind.AllReduce && system.CollectiveOptimization == CollectiveOptimization.LocalBandwidthAware;
        var sum = default(PhaseTraffic);
        var share = 1.0;
        foreach (var dimension in used)
        {
            sum += goesUpAndDown && dimension != used[^1]
                ? In(dimension, CollectiveKind.ReduceScatter) + In(dimension, CollectiveKind.AllGather)
                : In(dimension, kind) * share;

            // Of a collective with a root, one line of each dimension goes on in the next: see RootedPhases.
            share = KindTraits.HasRoot(kind) ? share / experiment.Network.Shape[dimension] : 1;
        }

        return sum;

        PhaseTraffic In(int dimension, CollectiveKind phase) => Along(dimension, algorithms[dimension], phase, root);
    }

    // A phase among NPUs that differ in one coordinate only. But for graphs, all of them are equally far from each other.
    private PhaseTraffic Along(int dimension, ICollectiveAlgorithm algorithm, CollectiveKind phase, int root)
    {
        var size = experiment.Network.Shape[dimension];
        var stride = experiment.Network.Shape.Take(dimension).Aggregate(1, (product, count) => product * count);
        var groups = npus / size;
        var looked = experiment.Network.Graph is null ? 1 : Math.Min(groups, MostGroups);
        var place = root / stride % size;
        var sum = default(PhaseTraffic);
        for (var i = 0; i < looked; i++)
        {
            var group = (int)((long)i * groups / looked);
            var first = group / stride * stride * size + group % stride;
            sum += PhaseTraffic.Of(algorithm, phase, size, (from, to) => Hops(first + (from + place) % size * stride, first + (to + place) % size * stride));
        }

        return sum with { Messages = sum.Messages / looked, Hops = sum.Hops / looked };
    }

    // A phase has the root at rank 0.
    private Func<int, int, int> HopsAmong(IReadOnlyList<int>? ranks, int root) =>
        ranks is null ? (from, to) => Hops((from + root) % npus, (to + root) % npus) : (from, to) => Hops(ranks[(from + root) % ranks.Count], ranks[(to + root) % ranks.Count]);

    private static bool IsIn(uint involved, int dimension) => (involved >> dimension & 1) != 0;
}
