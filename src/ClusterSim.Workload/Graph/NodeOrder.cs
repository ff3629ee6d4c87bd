namespace ClusterSim.Workload.Graph;

/// <summary>Where the nodes, in ascending order of id, stand in the order in which they were added.</summary>
internal sealed class NodeOrder
{
    // Null for traces that are written in ascending order, as nearly all are.
    private readonly int[]? places;

    public NodeOrder(ChunkedList<TraceNode> nodes, bool isAscending)
    {
        Count = nodes.Count;
        if (isAscending)
        {
            return;
        }

        var ids = new ulong[Count];
        places = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            ids[i] = nodes[i].Id;
            places[i] = i;
        }

        Array.Sort(ids, places);
    }

    public int Count { get; }

    /// <summary>Whether the nodes were added in ascending order.</summary>
    public bool IsAscending => places is null;

    /// <summary>Which node, in the order of adding, comes at a place in ascending order of id.</summary>
    public int this[int index] => places is null ? index : places[index];

    /// <summary>The nodes in ascending order of id; the list is empty afterwards.</summary>
    public TraceNode[] Apply(ChunkedList<TraceNode> nodes)
    {
        var sorted = nodes.MoveToArray();
        if (places is not null)
        {
            Permute(sorted, places);
        }

        return sorted;
    }

    // In place, circle by circle: a second array of nodes would be the most that is ever held.
    private static void Permute(TraceNode[] nodes, int[] places)
    {
        var isRight = new bool[nodes.Length];
        for (var start = 0; start < nodes.Length; start++)
        {
            if (isRight[start])
            {
                continue;
            }

            var first = nodes[start];
            var place = start;
            for (; places[place] != start; place = places[place])
            {
                nodes[place] = nodes[places[place]];
                isRight[place] = true;
            }

            nodes[place] = first;
            isRight[place] = true;
        }
    }
}
