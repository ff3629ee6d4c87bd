using System.Numerics;
using ClusterSim.Collectives.Algorithms.Packets;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.HalvingDoubling;

/// <summary>
/// Recursive halving and doubling: in each of log2(n) steps a rank exchanges with the one whose number differs in one bit
/// (Thakur, Rabenseifner and Gropp, 2005).
/// </summary>
internal sealed class HalvingDoublingAlgorithm : ICollectiveAlgorithm
{
    private readonly PacketPlanCache plans = new(Plan);

    public string Name => "halvingDoubling";

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup)
    {
        if (kind == CollectiveKind.AllToAll)
        {
            return $"{Name} cannot run {kind}.";
        }

        return BitOperations.IsPow2(rankCount)
            ? SupportedKinds.WhyNot(kind, Name)
            : $"{Name} needs a number of ranks that is a power of two, not {rankCount}.";
    }

    public ICollectivePhase CreatePhase(in PhaseContext context) => new HalvingDoublingPhase(plans.For(in context), in context);

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => Sends(kind, rankCount);

    private static PacketPlan Plan(CollectiveKind kind, int rankCount, bool isSubgroup) => new()
    {
        Kind = kind,
        RankCount = rankCount,
        Window = 1,
        Sends = Sends(kind, rankCount),
        PlainPerRound = 1,
        OthersPerRound = BitOperations.Log2((uint)rankCount) - 1,
    };

    private static int Sends(CollectiveKind kind, int rankCount) =>
        (kind == CollectiveKind.AllReduce ? 2 : 1) * BitOperations.Log2((uint)rankCount);
}
