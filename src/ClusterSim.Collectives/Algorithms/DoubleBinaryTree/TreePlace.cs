using System.Numerics;

namespace ClusterSim.Collectives.Algorithms.DoubleBinaryTree;

/// <summary>A rank's neighbours in a binary tree: null where there is none. The root has one child, on the left.</summary>
internal readonly record struct TreePlace(int? Parent, int? Left, int? Right)
{
    /// <summary>Tree A: the last rank is the root over a complete tree of the others, numbered in order.</summary>
    public static TreePlace InTreeA(int rank, int rankCount) => At(rank + 1, rankCount).Renumber(position => position - 1);

    /// <summary>Tree B: rank 0 is the root over a complete tree of the others, numbered in order.</summary>
    public static TreePlace InTreeB(int rank, int rankCount) =>
        At(rank == 0 ? rankCount : rank, rankCount).Renumber(position => position == rankCount ? 0 : position);

    // Positions 1 to n - 1 are a complete tree in order, in which the lowest set bit of a position tells its height;
    // position n is the root above it.
    private static TreePlace At(int position, int rankCount)
    {
        var height = 1 << BitOperations.TrailingZeroCount(position);
        if (position == rankCount)
        {
            return new TreePlace(null, rankCount / 2, null);
        }

        var parent = (position & ~height) | (height << 1);
        return height == 1
            ? new TreePlace(parent, null, null)
            : new TreePlace(parent, position - height / 2, position + height / 2);
    }

    private TreePlace Renumber(Func<int, int> rankOf) => new(
        Parent is { } parent ? rankOf(parent) : null,
        Left is { } left ? rankOf(left) : null,
        Right is { } right ? rankOf(right) : null);
}
