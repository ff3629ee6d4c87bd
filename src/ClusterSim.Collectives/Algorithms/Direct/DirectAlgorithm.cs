using ClusterSim.Collectives.Algorithms.Packets;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Direct;

/// <summary>
/// Every rank exchanges packets with all others directly, starting with its neighbours; up to a window of packets is under
/// way at a time.
/// </summary>
internal sealed class DirectAlgorithm : ICollectiveAlgorithm
{
    private readonly int? window;
    private readonly PacketPlanCache plans;

    /// <param name="name">The name, window included.</param>
    /// <param name="window">How many packets may be under way; null: one to each other rank.</param>
    public DirectAlgorithm(string name, int? window)
    {
        Name = name;
        this.window = window;
        plans = new PacketPlanCache(Plan);
    }

    public string Name { get; }

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => SupportedKinds.WhyNot(kind, Name);

    public ICollectivePhase CreatePhase(in PhaseContext context) => new DirectPhase(plans.For(in context), in context);

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => Sends(kind, rankCount);

    private static int Sends(CollectiveKind kind, int rankCount) =>
        kind == CollectiveKind.AllReduce ? 2 * (rankCount - 1) : rankCount - 1;

    private PacketPlan Plan(CollectiveKind kind, int rankCount, bool isSubgroup)
    {
        var packets = Math.Min(window ?? int.MaxValue, rankCount - 1);
        return new PacketPlan
        {
            Kind = kind,
            RankCount = rankCount,
            Window = packets,
            Sends = Sends(kind, rankCount),
            PlainPerRound = packets,
            OthersPerRound = isSubgroup ? (rankCount - 1) * packets : packets,
            HoldsBack = kind == CollectiveKind.AllReduce,
            SecondHalf = rankCount - 1,
        };
    }
}
