namespace ClusterSim.Workload.Graph;

/// <summary>Resolves dependencies to places and turns them round: from what a node waits for to what waits for a node.</summary>
internal sealed class EdgeTable
{
    private const int None = -1;

    private readonly TraceNode[] nodes;
    private readonly ChunkedList<int> parents = new();
    private readonly int[] childCounts;

    // The last child that named a node as its dependency. Children come one after the other, so this finds repeats.
    private readonly int[] lastChild;

    /// <param name="nodes">All nodes, in ascending order of id.</param>
    public EdgeTable(TraceNode[] nodes)
    {
        this.nodes = nodes;
        DependencyCounts = new int[nodes.Length];
        childCounts = new int[nodes.Length];
        lastChild = new int[nodes.Length];
        Array.Fill(lastChild, None);
    }

    /// <summary>How many different nodes each node waits for.</summary>
    public int[] DependencyCounts { get; }

    /// <summary>Adds a dependency; children must come in ascending order. False if there is no node of that id.</summary>
    public bool TryAdd(int child, ulong dependency)
    {
        var parent = Find(dependency);
        if (parent == None)
        {
            return false;
        }

        if (lastChild[parent] != child)
        {
            lastChild[parent] = child;
            DependencyCounts[child]++;
            childCounts[parent]++;
            parents.Add(parent);
        }

        return true;
    }

    /// <summary>The children of all nodes behind each other, ascending for each node, and where those of each begin.</summary>
    public (int[] FirstChild, int[] Children) ToChildren()
    {
        var firstChild = new int[nodes.Length + 1];
        for (var i = 0; i < nodes.Length; i++)
        {
            firstChild[i + 1] = firstChild[i] + childCounts[i];
        }

        var children = new int[parents.Count];
        var next = firstChild[..^1];
        var edge = 0;
        for (var child = 0; child < nodes.Length; child++)
        {
            for (var i = 0; i < DependencyCounts[child]; i++)
            {
                children[next[parents[edge++]]++] = child;
            }
        }

        return (firstChild, children);
    }

    // Ids are nearly always consecutive; then the place follows from the id, without a search.
    private int Find(ulong id)
    {
        if (nodes.Length == 0 || id < nodes[0].Id)
        {
            return None;
        }

        var guess = id - nodes[0].Id;
        if (guess < (ulong)nodes.Length && nodes[guess].Id == id)
        {
            return (int)guess;
        }

        var (low, high) = (0, nodes.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            if (nodes[middle].Id == id)
            {
                return middle;
            }

            if (nodes[middle].Id < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return None;
    }
}
