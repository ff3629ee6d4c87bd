using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Hosting.Estimates;

/// <summary>Counts the messages of a simulation without running it: those that each node of each graph leads to.</summary>
internal sealed class MessageCount(Experiment experiment)
{
    private readonly SystemOptions system = experiment.System;

    public long Total()
    {
        if (system.ReplayOnly)
        {
            return 0;
        }

        var data = experiment.Workload.Graphs.CountBy(graph => graph).Sum(graph => graph.Value * OfGraph(graph.Key));
        return system.Rendezvous ? 2 * data : data;
    }

    private long OfGraph(ExecutionGraph graph)
    {
        var sum = 0L;
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph[i];
            sum += node.Kind switch
            {
                NodeKind.Send => 1,
                NodeKind.Collective => OfCollective(in node, graph),
                _ => 0,
            };
        }

        return sum;
    }

    private long OfCollective(in TraceNode node, ExecutionGraph graph)
    {
        var kind = node.Collective;
        var npus = experiment.Network.NpuCount;
        var ranks = node.Group < 0 ? npus : experiment.Workload.Groups[graph.GroupNames[node.Group]].Ranks.Count;
        if (!system.Implementations.TryGetValue(kind, out var implementation))
        {
            return 0;
        }

        if (system.PerNodeImplementations.GetValueOrDefault(node.Id) is { } ofNode)
        {
            return ofNode.MessagesPerRank(kind, ranks);
        }

        if (implementation.Custom is { } custom)
        {
            return custom.MessagesPerRank(kind, ranks);
        }

        var phases = ranks < npus || implementation.SpansSystem
            ? Messages(implementation.PerDimension[0], kind, ranks)
            : OverDimensions(kind, implementation.PerDimension, node.InvolvedDimensions);
        return system.PreferredDatasetSplits * phases;
    }

    private long OverDimensions(CollectiveKind kind, IReadOnlyList<ICollectiveAlgorithm> algorithms, uint involved)
    {
        var sizes = experiment.Network.Dimensions.Select(dimension => dimension.NpuCount).ToList();
        var used = Enumerable.Range(0, sizes.Count).Where(dimension => (involved & (1u << dimension)) != 0).ToList();
        var goesUpAndDown = kind == CollectiveKind.AllReduce && system.CollectiveOptimization == CollectiveOptimization.LocalBandwidthAware;
        return used.Sum(dimension => goesUpAndDown && dimension != used[^1]
            ? Messages(algorithms[dimension], CollectiveKind.ReduceScatter, sizes[dimension]) +
              Messages(algorithms[dimension], CollectiveKind.AllGather, sizes[dimension])
            : Messages(algorithms[dimension], kind, sizes[dimension]));
    }

    private static long Messages(ICollectiveAlgorithm algorithm, CollectiveKind kind, int ranks) =>
        ranks > 1 ? algorithm.MessagesPerRank(kind, ranks) : 0;
}
