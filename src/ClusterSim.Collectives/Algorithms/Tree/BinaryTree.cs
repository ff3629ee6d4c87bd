using ClusterSim.Collectives.Algorithms.Trees;

namespace ClusterSim.Collectives.Algorithms.Tree;

/// <summary>
/// A binary tree of any number of ranks, numbered in order, so that most edges join ranks that are near each other: the lowest bit of a
/// rank is its height, and what the number of ranks leaves without a parent hangs from the next lower rank that is there. Rank 0 is the root,
/// with one child.
/// </summary>
internal static class BinaryTree
{
    /// <summary>The neighbours of a rank.</summary>
    public static TreeLinks At(int rank, int rankCount)
    {
        if (rank == 0)
        {
            return new TreeLinks(null, [HighestBit(rankCount - 1)]);
        }

        var bit = rank & -rank;
        var parent = (rank ^ bit) | (bit << 1);
        var left = bit > 1 ? rank - bit / 2 : (int?)null;
        return new TreeLinks(parent > 0 && parent < rankCount ? parent : rank ^ bit, [.. Children(left, RightOf(rank, bit, rankCount))]);
    }

    private static IEnumerable<int> Children(int? left, int? right)
    {
        if (left is { } first)
        {
            yield return first;
        }

        if (right is { } second)
        {
            yield return second;
        }
    }

    // Of the subtree to the right, which may be cut off by the number of ranks, the highest rank that is there.
    private static int? RightOf(int rank, int bit, int rankCount)
    {
        for (var distance = bit / 2; distance > 0; distance /= 2)
        {
            if (distance < rankCount - rank)
            {
                return rank + distance;
            }
        }

        return null;
    }

    private static int HighestBit(int number) => 1 << int.Log2(number);
}
