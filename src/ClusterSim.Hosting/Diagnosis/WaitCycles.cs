namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Finds NPUs that wait for each other in a circle.</summary>
internal sealed class WaitCycles
{
    // Enough to see the pattern: the same mistake is often on every NPU. Each search may look at all edges.
    private const int MostCycles = 4;
    private const int MostSearches = 16;
    private const int MostMembers = 4096;

    private readonly Dictionary<int, SortedSet<int>> next = [];

    // The members of the cycles so far.
    private readonly HashSet<int> found = [];

    private WaitCycles(IEnumerable<(int Npu, int For)> edges)
    {
        foreach (var (npu, other) in edges)
        {
            (next.TryGetValue(npu, out var others) ? others : next[npu] = []).Add(other);
        }
    }

    /// <summary>Some cycles, no NPU in two of them, each the shortest from its lowest NPU.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> In(IEnumerable<(int Npu, int For)> edges)
    {
        var search = new WaitCycles(edges);
        search.DropWhatLeadsNowhere();
        return search.Find();
    }

    // Whoever waits only for NPUs that wait for nobody is in no cycle.
    private void DropWhatLeadsNowhere()
    {
        var waiting = next.SelectMany(pair => pair.Value.Select(other => (Npu: pair.Key, For: other))).ToLookup(edge => edge.For, edge => edge.Npu);
        var free = new Stack<int>(waiting.Select(waits => waits.Key).Where(npu => !next.ContainsKey(npu)));
        while (free.TryPop(out var npu))
        {
            foreach (var before in waiting[npu])
            {
                if (next.TryGetValue(before, out var others) && others.Remove(npu) && others.Count == 0)
                {
                    next.Remove(before);
                    free.Push(before);
                }
            }
        }
    }

    private List<IReadOnlyList<int>> Find()
    {
        var cycles = new List<IReadOnlyList<int>>();
        var searches = next.Keys.Order().Where(npu => !found.Contains(npu)).Take(MostSearches);
        foreach (var npu in searches.TakeWhile(_ => cycles.Count < MostCycles))
        {
            if (Shortest(npu) is { } cycle && found.Count + cycle.Count <= MostMembers)
            {
                cycles.Add(FromLowest(cycle));
                found.UnionWith(cycle);
            }
        }

        return cycles;
    }

    private static IReadOnlyList<int> FromLowest(List<int> cycle)
    {
        var lowest = cycle.IndexOf(cycle.Min());
        return [.. cycle[lowest..], .. cycle[..lowest]];
    }

    private List<int>? Shortest(int start)
    {
        var cameFrom = new Dictionary<int, int>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var npu))
        {
            foreach (var other in next.TryGetValue(npu, out var others) ? others.Where(other => !found.Contains(other)) : [])
            {
                if (other == start)
                {
                    return Way(start, npu, cameFrom);
                }

                if (cameFrom.TryAdd(other, npu))
                {
                    queue.Enqueue(other);
                }
            }
        }

        return null;
    }

    private static List<int> Way(int start, int last, Dictionary<int, int> cameFrom)
    {
        var way = new List<int>();
        for (var npu = last; npu != start; npu = cameFrom[npu])
        {
            way.Add(npu);
        }

        way.Add(start);
        way.Reverse();
        return way;
    }
}
