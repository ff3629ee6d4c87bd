using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>The collectives of a graph by group, for all NPUs that execute it.</summary>
internal sealed class GraphCalls
{
    private readonly ILookup<int, int> byGroup;
    private readonly Lazy<CollectiveSequence> sequence;

    /// <param name="graph">What they execute.</param>
    /// <param name="withBroadcasts">Whether broadcasts are simulated, and do not only last as recorded.</param>
    public GraphCalls(ExecutionGraph graph, bool withBroadcasts)
    {
        Graph = graph;
        byGroup = Enumerable.Range(0, graph.Count)
            .Where(index => IsComparable(graph[index]) && (withBroadcasts || graph[index].Collective != CollectiveKind.Broadcast))
            .ToLookup(index => graph[index].Group);
        sequence = new Lazy<CollectiveSequence>(() => new CollectiveSequence(graph));
    }

    public ExecutionGraph Graph { get; }

    /// <summary>The places of the collectives that name a group, in ascending order; an empty name: none.</summary>
    public IReadOnlyList<int> NodesOf(string group)
    {
        if (group.Length == 0)
        {
            return [.. byGroup[-1]];
        }

        for (var i = 0; i < Graph.GroupNames.Count; i++)
        {
            if (Graph.GroupNames[i] == group)
            {
                return [.. byGroup[i]];
            }
        }

        return [];
    }

    /// <summary>The order in which collectives must start; null if there are several.</summary>
    public int[]? SequenceOf(IReadOnlyList<int> nodes) => sequence.Value.Of(nodes);

    // Who takes part in collectives of some dimensions only follows from the network.
    private static bool IsComparable(in TraceNode node) =>
        node.Kind == NodeKind.Collective
        && CollectiveNames.CanSimulate(node.Collective)
        && node.InvolvedDimensions == uint.MaxValue;
}
