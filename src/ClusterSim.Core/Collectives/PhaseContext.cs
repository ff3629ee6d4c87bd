using ClusterSim.Core.Units;

namespace ClusterSim.Core.Collectives;

/// <summary>What the behaviour of a phase is told of its place. All of it stays as it is while the phase runs.</summary>
public readonly record struct PhaseContext
{
    /// <summary>What this phase does. An all-reduce over several dimensions has phases of other kinds.</summary>
    public required CollectiveKind Kind { get; init; }

    /// <summary>Who takes part, and which of them this NPU is. Of a broadcast, reduce, gather or scatter, rank 0 is the root.</summary>
    public required RankSet Ranks { get; init; }

    /// <summary>This NPU's rank among those that take part, from 0.</summary>
    public int Rank => Ranks.OwnRank;

    /// <summary>How many ranks take part; at least 2.</summary>
    public int RankCount => Ranks.Count;

    /// <summary>The network dimension in which they lie; 0 where they are a group, or the whole system as one dimension.</summary>
    public required int Dimension { get; init; }

    /// <summary>1 when a ring runs towards higher ranks (clockwise), -1 when it runs towards lower ones.</summary>
    public required int Direction { get; init; }

    /// <summary>
    /// The bytes that this NPU brings into the phase. Of a broadcast or scatter, what the root brings, on all ranks; of a barrier, what
    /// each message carries, which may be nothing.
    /// </summary>
    public required ByteSize Size { get; init; }

    /// <summary>How many phases this NPU made before, through the whole run, for this kind of collective in this dimension.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Whether the ranks are a group that does not hold all NPUs.</summary>
    public required bool IsSubgroup { get; init; }
}
