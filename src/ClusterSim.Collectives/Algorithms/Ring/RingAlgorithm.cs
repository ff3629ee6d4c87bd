using ClusterSim.Collectives.Algorithms.Packets;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Ring;

/// <summary>
/// Every rank passes packets to the next one and takes them from the previous one, one at a time. An all-reduce takes 2(n-1)
/// steps of 1/n of the data (Patarasuk and Yuan, 2009); an all-to-all passes everything on until it has come round.
/// </summary>
internal sealed class RingAlgorithm : ICollectiveAlgorithm
{
    private readonly PacketPlanCache plans = new(Plan);

    public string Name => "ring";

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup)
    {
        // A phase counts its packets in 32 bits.
        return SupportedKinds.WhyNot(kind, Name)
            ?? (Sends(kind, rankCount) > int.MaxValue ? $"{Name} sends more messages among {rankCount:N0} NPUs than a run can count." : null);
    }

    public ICollectivePhase CreatePhase(in PhaseContext context) => new RingPhase(plans.For(in context), in context);

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => Sends(kind, rankCount);

    private static PacketPlan Plan(CollectiveKind kind, int rankCount, bool isSubgroup) => new()
    {
        Kind = kind,
        RankCount = rankCount,
        Window = 1,
        Sends = checked((int)Sends(kind, rankCount)),
        PlainPerRound = 1,
        OthersPerRound = rankCount - 1,
    };

    private static long Sends(CollectiveKind kind, int rankCount) => kind switch
    {
        CollectiveKind.AllReduce => 2L * (rankCount - 1),
        CollectiveKind.AllToAll => (long)rankCount * (rankCount - 1) / 2,
        _ => rankCount - 1,
    };
}
