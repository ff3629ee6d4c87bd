using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Ring;

/// <summary>
/// Every rank passes packets to the next one and takes them from the previous one, one at a time. An all-reduce takes 2(n-1)
/// steps of 1/n of the data (Patarasuk and Yuan, 2009); an all-to-all passes everything on until it has come round.
/// </summary>
internal sealed class RingAlgorithm : ICollectiveAlgorithm
{
    public string Name => "ring";

    public string? WhyNot(CollectiveKind kind, int rankCount) => SupportedKinds.WhyNot(kind, Name);

    public ICollectivePhase CreatePhase(in PhaseContext context) => new RingPhase(in context);

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => Sends(kind, rankCount);

    /// <summary>How many packets one rank sends.</summary>
    public static int Sends(CollectiveKind kind, int rankCount) => kind switch
    {
        CollectiveKind.AllReduce => 2 * (rankCount - 1),
        CollectiveKind.AllToAll => rankCount * (rankCount - 1) / 2,
        _ => rankCount - 1,
    };
}
