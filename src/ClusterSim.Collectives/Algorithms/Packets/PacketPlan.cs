using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Packets;

/// <summary>
/// The numbers that distinguish the phases of ring, direct and halving-doubling, after the reference simulator
/// (ASTRA-sim 2.2). Equal on all ranks, which share one.
/// </summary>
internal sealed record PacketPlan
{
    /// <summary>What the phase does.</summary>
    public required CollectiveKind Kind { get; init; }

    /// <summary>Among how many ranks.</summary>
    public required int RankCount { get; init; }

    /// <summary>How many packets are in line or in their delays at first, and credits at the end.</summary>
    public required int Window { get; init; }

    /// <summary>How many packets the rank sends.</summary>
    public required int Sends { get; init; }

    /// <summary>Packets come in rounds: first so many that never reduce,</summary>
    public required int PlainPerRound { get; init; }

    /// <summary>then so many that may.</summary>
    public required int OthersPerRound { get; init; }

    /// <summary>
    /// Whether the second half of an all-reduce waits until the whole first half has been received (direct).
    /// </summary>
    public bool HoldsBack { get; init; }

    /// <summary>The sends, and receives, of that second half.</summary>
    public int SecondHalf { get; init; }

    /// <summary>Whether the others of a round reduce. The first round is odd.</summary>
    public bool Reduces(bool isOddRound) =>
        Kind == CollectiveKind.ReduceScatter || (Kind == CollectiveKind.AllReduce && isOddRound);

    /// <summary>What a rank that brought <paramref name="size"/> bytes into the phase holds at its end.</summary>
    public ByteSize FinalSize(ByteSize size) => Kind switch
    {
        CollectiveKind.AllGather => size * RankCount,
        CollectiveKind.ReduceScatter => size / RankCount,
        _ => size,
    };
}
