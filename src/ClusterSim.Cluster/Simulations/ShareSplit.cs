namespace ClusterSim.Cluster.Simulations;

/// <summary>Spreads partitions over nodes: shares that follow each other, since neighbouring NPUs talk most, and differ by one at most.</summary>
internal static class ShareSplit
{
    /// <returns>For each node that gets a share, in order, its first partition and how many there are; as many nodes as partitions at most.</returns>
    public static IReadOnlyList<(int First, int Count)> Of(int partitions, int nodes)
    {
        var hosts = Math.Min(partitions, nodes);
        return [.. Enumerable.Range(0, hosts).Select(host => (FirstOf(host), FirstOf(host + 1) - FirstOf(host)))];

        int FirstOf(int host) => (int)((long)host * partitions / hosts);
    }
}
