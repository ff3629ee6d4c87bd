namespace ClusterSim.Core.Collectives;

/// <summary>The NPUs among which a phase runs, in order of rank: evenly spaced in a network dimension, or listed in a group.</summary>
public readonly record struct RankSet
{
    private readonly IReadOnlyList<int>? listed;
    private readonly int first;
    private readonly int stride;

    private RankSet(IReadOnlyList<int>? listed, int first, int stride, int count, int ownRank)
    {
        this.listed = listed;
        this.first = first;
        this.stride = stride;
        Count = count;
        OwnRank = ownRank;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The rank of the NPU that asks.</summary>
    public int OwnRank { get; }

    /// <summary>The NPUs that differ from one in a single coordinate.</summary>
    /// <param name="npu">The NPU that asks.</param>
    /// <param name="stride">The distance in NPU numbers of neighbours in that coordinate.</param>
    /// <param name="count">How many values the coordinate has.</param>
    public static RankSet Along(int npu, int stride, int count)
    {
        var coordinate = npu / stride % count;
        return new RankSet(null, npu - coordinate * stride, stride, count, coordinate);
    }

    /// <summary>The NPUs of a group, in listed order.</summary>
    /// <param name="npu">The NPU that asks; one of them.</param>
    /// <param name="members">All of them.</param>
    public static RankSet Of(int npu, IReadOnlyList<int> members)
    {
        var ownRank = 0;
        while (members[ownRank] != npu)
        {
            ownRank++;
        }

        return new RankSet(members, 0, 0, members.Count, ownRank);
    }

    /// <summary>The NPU of a rank.</summary>
    public int NpuOf(int rank) => listed is null ? first + rank * stride : listed[rank];
}
