using System.Collections;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// The NPUs of a phase with its root first, the others behind it in the order of before and round: so every algorithm finds the root at rank
/// 0, and needs to know of no other. Holds no list, since each NPU makes one.
/// </summary>
internal sealed class RotatedRanks : IReadOnlyList<int>
{
    private readonly RankSet ranks;
    private readonly int root;

    private RotatedRanks(RankSet ranks, int root)
    {
        this.ranks = ranks;
        this.root = root;
    }

    public int Count => ranks.Count;

    public int this[int rank] => ranks.NpuOf((rank + root) % ranks.Count);

    /// <summary>The same ranks, with one of them first.</summary>
    /// <param name="ranks">As they are.</param>
    /// <param name="root">The rank that becomes rank 0.</param>
    public static RankSet From(RankSet ranks, int root) =>
        root == 0 ? ranks : RankSet.Of(ranks.NpuOf(ranks.OwnRank), new RotatedRanks(ranks, root));

    public IEnumerator<int> GetEnumerator()
    {
        for (var rank = 0; rank < Count; rank++)
        {
            yield return this[rank];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
