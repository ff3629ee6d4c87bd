using System.Numerics;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.DoubleBinaryTree;

/// <summary>
/// Reduces up a binary tree and broadcasts back down. Phases alternate between two trees in which the inner ranks of one
/// are leaves of the other, so that both directions of all links are used (Sanders, Speck and Traeff, 2009).
/// </summary>
internal sealed class DoubleBinaryTreeAlgorithm : ICollectiveAlgorithm
{
    public string Name => "doubleBinaryTree";

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup)
    {
        if (isSubgroup)
        {
            return $"{Name} cannot run in a group that does not hold all NPUs.";
        }

        return BitOperations.IsPow2(rankCount)
            ? SupportedKinds.WhyNot(kind, Name)
            : $"{Name} needs a number of ranks that is a power of two, not {rankCount}.";
    }

    public ICollectivePhase CreatePhase(in PhaseContext context)
    {
        var place = context.Ordinal % 2 == 0
            ? TreePlace.InTreeA(context.Rank, context.RankCount)
            : TreePlace.InTreeB(context.Rank, context.RankCount);
        return new TreePhase(place, context.Size);
    }

    // Every rank but the root sends up once, and every rank is sent to once on the way down.
    public long MessagesPerRank(CollectiveKind kind, int rankCount) => 2;
}
