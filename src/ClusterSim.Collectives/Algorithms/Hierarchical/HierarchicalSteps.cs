using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Hierarchical;

/// <summary>Of what steps a hierarchical collective is made.</summary>
internal static class HierarchicalSteps
{
    /// <summary>The steps of a rank, in order; those among a single rank are left out.</summary>
    /// <param name="kind">What the collective does.</param>
    /// <param name="rank">The rank.</param>
    /// <param name="inner">How many ranks a node has.</param>
    /// <param name="rankCount">How many ranks there are.</param>
    public static HierarchicalStep[] Of(CollectiveKind kind, int rank, int inner, int rankCount)
    {
        // Ranks of the phase take the place of NPUs.
        var inside = RankSet.Along(rank, 1, inner);
        var across = RankSet.Along(rank, inner, rankCount / inner);
        HierarchicalStep[] steps = kind switch
        {
            CollectiveKind.AllReduce =>
            [
                new(CollectiveKind.ReduceScatter, inside), new(CollectiveKind.AllReduce, across), new(CollectiveKind.AllGather, inside),
            ],
            CollectiveKind.ReduceScatter => [new(kind, inside), new(kind, across)],
            _ => [new(kind, across), new(kind, inside)],
        };
        return Array.FindAll(steps, step => step.Ranks.Count > 1);
    }
}
