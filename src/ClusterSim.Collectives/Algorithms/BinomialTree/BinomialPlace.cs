using System.Numerics;

namespace ClusterSim.Collectives.Algorithms.BinomialTree;

/// <summary>
/// A rank's place in a binomial tree with root 0: the parent is the rank without its lowest bit, the children are those with one more bit
/// below it. A subtree holds ranks that follow each other.
/// </summary>
/// <param name="rank">The rank.</param>
/// <param name="rankCount">How many there are; any number.</param>
internal readonly struct BinomialPlace(int rank, int rankCount)
{
    /// <summary>The rank above; null: this is the root.</summary>
    public int? Parent => rank == 0 ? null : rank & (rank - 1);

    /// <summary>How many ranks the subtree below this one has, itself included.</summary>
    public int SubtreeSize => Math.Min(Reach, rankCount - rank);

    /// <summary>The ranks below, the one with the largest subtree first.</summary>
    public int[] Children
    {
        get
        {
            var children = new List<int>();
            for (var distance = Reach / 2; distance > 0; distance /= 2)
            {
                if (distance < rankCount - rank)
                {
                    children.Add(rank + distance);
                }
            }

            return [.. children];
        }
    }

    // How far the subtree goes in a tree of a power of two.
    private int Reach => rank == 0 ? checked((int)BitOperations.RoundUpToPowerOf2((uint)rankCount)) : rank & -rank;
}
