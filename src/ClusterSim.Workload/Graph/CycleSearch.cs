namespace ClusterSim.Workload.Graph;

/// <summary>Finds nodes that wait for each other in a circle.</summary>
internal static class CycleSearch
{
    private const int None = -1;

    /// <summary>
    /// Circles of a graph, each as the places of its nodes, where each node waits for the next one and the last one for
    /// the first. Empty exactly if the graph has no circle; else at least one, not necessarily all.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<int>> Find(int[] dependencyCounts, int[] firstChild, int[] children)
    {
        var waiting = WaitingFor(dependencyCounts, firstChild, children);
        return waiting is null ? [] : Circles(waiting);
    }

    // Runs the graph without time. For each node that can never start, one that it waits for and that cannot start
    // either; null if all nodes can.
    private static int[]? WaitingFor(int[] dependencyCounts, int[] firstChild, int[] children)
    {
        var open = (int[])dependencyCounts.Clone();
        var ready = new Stack<int>();
        for (var node = 0; node < open.Length; node++)
        {
            if (open[node] == 0)
            {
                ready.Push(node);
            }
        }

        var finished = 0;
        while (ready.TryPop(out var node))
        {
            finished++;
            foreach (var child in children.AsSpan(firstChild[node]..firstChild[node + 1]))
            {
                if (--open[child] == 0)
                {
                    ready.Push(child);
                }
            }
        }

        if (finished == open.Length)
        {
            return null;
        }

        var waiting = new int[open.Length];
        Array.Fill(waiting, None);
        for (var node = 0; node < open.Length; node++)
        {
            if (open[node] > 0)
            {
                foreach (var child in children.AsSpan(firstChild[node]..firstChild[node + 1]))
                {
                    waiting[child] = node;
                }
            }
        }

        return waiting;
    }

    // Every node that waits has one that it waits for, so each walk ends in a circle, or where an earlier walk was.
    private static List<IReadOnlyList<int>> Circles(int[] waiting)
    {
        var circles = new List<IReadOnlyList<int>>();
        var walkOf = new int[waiting.Length];
        for (var start = 0; start < waiting.Length; start++)
        {
            var walk = start + 1;
            var node = start;
            while (node != None && walkOf[node] == 0)
            {
                walkOf[node] = walk;
                node = waiting[node];
            }

            if (node != None && walkOf[node] == walk)
            {
                circles.Add(Circle(waiting, node));
            }
        }

        return circles;
    }

    private static List<int> Circle(int[] waiting, int first)
    {
        var circle = new List<int> { first };
        for (var node = waiting[first]; node != first; node = waiting[node])
        {
            circle.Add(node);
        }

        return circle;
    }
}
