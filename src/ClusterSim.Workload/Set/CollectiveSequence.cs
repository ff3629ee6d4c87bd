using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>Finds out whether an NPU can start some of its collectives in one order only, and in which.</summary>
/// <remarks>
/// A collective starts after another one has finished if it depends on it, directly or through other nodes. Of those that
/// depend on nothing, the one with the smaller id goes first, as one at a time holds the communication slot.
/// </remarks>
internal sealed class CollectiveSequence
{
    private readonly ExecutionGraph graph;

    // All nodes, those without dependencies first and ascending, each behind all that it waits for.
    private readonly int[] order;

    // For each node: how many of the collectives in question have started, in any order, before it can.
    private readonly int[] before;

    public CollectiveSequence(ExecutionGraph graph)
    {
        this.graph = graph;
        before = new int[graph.Count];
        order = OrderOf(graph);
    }

    /// <summary>The collectives in the order in which they start; null if there is more than one.</summary>
    /// <param name="collectives">Their places in the graph.</param>
    public int[]? Of(IReadOnlyList<int> collectives)
    {
        // The longest chain through each collective; only if all lie on one chain do they have one order.
        var asked = collectives.ToHashSet();
        Array.Clear(before);
        var sequence = new List<int>();
        var lastFree = 0;
        foreach (var node in order)
        {
            if (sequence.Count == asked.Count)
            {
                break;
            }

            var isAsked = asked.Contains(node);
            if (isAsked && IsFree(node))
            {
                before[node] = lastFree++;
            }

            if (isAsked && before[node] != sequence.Count)
            {
                return null;
            }

            var after = before[node];
            if (isAsked)
            {
                sequence.Add(node);
                after++;
            }

            foreach (var child in graph.Children(node))
            {
                before[child] = Math.Max(before[child], after);
            }
        }

        return [.. sequence];
    }

    // What runs on the processor holds another slot.
    private bool IsFree(int node) => graph.DependencyCount(node) == 0 && !graph[node].IsCpuOperation;

    private static int[] OrderOf(ExecutionGraph graph)
    {
        var open = graph.CopyDependencyCounts();
        var known = new int[graph.Count];
        var count = 0;
        for (var node = 0; node < open.Length; node++)
        {
            if (open[node] == 0)
            {
                known[count++] = node;
            }
        }

        for (var next = 0; next < count; next++)
        {
            foreach (var child in graph.Children(known[next]))
            {
                if (--open[child] == 0)
                {
                    known[count++] = child;
                }
            }
        }

        return known;
    }
}
