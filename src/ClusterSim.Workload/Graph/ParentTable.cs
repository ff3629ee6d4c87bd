namespace ClusterSim.Workload.Graph;

/// <summary>What each node of a graph waits for: the graph's edges, the other way round.</summary>
internal sealed class ParentTable
{
    private readonly int[] firstParent;
    private readonly int[] parents;

    public ParentTable(ExecutionGraph graph)
    {
        firstParent = new int[graph.Count + 1];
        for (var i = 0; i < graph.Count; i++)
        {
            firstParent[i + 1] = firstParent[i] + graph.DependencyCount(i);
        }

        parents = new int[firstParent[^1]];
        var next = firstParent[..^1];
        for (var i = 0; i < graph.Count; i++)
        {
            foreach (var child in graph.Children(i))
            {
                parents[next[child]++] = i;
            }
        }
    }

    /// <summary>The nodes that a node waits for, in ascending order.</summary>
    public ReadOnlySpan<int> this[int index] => parents.AsSpan(firstParent[index]..firstParent[index + 1]);
}
