using ClusterSim.Collectives.Algorithms.Ring;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Hierarchical;

/// <summary>
/// Ranks that follow each other are the ranks of a node. An all-reduce is a reduce-scatter inside each node, an all-reduce of each part among
/// the ranks at its place in all nodes, and an all-gather inside; a reduce-scatter has the first two steps, an all-gather the last two.
/// </summary>
/// <param name="name">The name, parameters included.</param>
/// <param name="inner">How many ranks a node has; null: it follows from the number of ranks.</param>
internal sealed class HierarchicalAlgorithm(string name, int? inner) : ICollectiveAlgorithm
{
    private static readonly CollectiveKind[] Kinds = [CollectiveKind.AllReduce, CollectiveKind.AllGather, CollectiveKind.ReduceScatter];

    private readonly RingAlgorithm ring = new();

    public string Name => name;

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup)
    {
        if (inner is { } given && rankCount % given != 0)
        {
            return $"{Name} has {given} ranks a node, which do not divide {rankCount} ranks.";
        }

        return InnerOf(rankCount) == 1 && inner is null
            ? $"{Name} needs a number of ranks that splits into nodes of several, not {rankCount}."
            : SupportedKinds.WhyNot(kind, Name, Kinds);
    }

    public ICollectivePhase CreatePhase(in PhaseContext context) =>
        new HierarchicalPhase(HierarchicalSteps.Of(context.Kind, context.Rank, InnerOf(context.RankCount), context.RankCount), ring, in context);

    public long MessagesPerRank(CollectiveKind kind, int rankCount)
    {
        var steps = HierarchicalSteps.Of(kind, rank: 0, InnerOf(rankCount), rankCount);
        return steps.Sum(step => ring.MessagesPerRank(step.Kind, step.Ranks.Count));
    }

    private int InnerOf(int rankCount)
    {
        if (inner is { } given)
        {
            return given;
        }

        var divisor = (int)Math.Sqrt(rankCount);
        while (rankCount % divisor != 0)
        {
            divisor--;
        }

        return divisor;
    }
}
