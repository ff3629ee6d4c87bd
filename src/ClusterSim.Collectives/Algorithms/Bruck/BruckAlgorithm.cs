using ClusterSim.Collectives.Algorithms.Rounds;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Bruck;

/// <summary>
/// All-to-all (the paper's index operation) and all-gather (its concatenation) with one port and radix 2, among any number of ranks: the fewest
/// messages that there can be. Turning the blocks in memory, before and after, costs nothing here.
/// </summary>
internal sealed class BruckAlgorithm : ICollectiveAlgorithm
{
    private static readonly CollectiveKind[] Kinds = [CollectiveKind.AllToAll, CollectiveKind.AllGather];

    public string Name => "bruck";

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => SupportedKinds.WhyNot(kind, Name, Kinds);

    public ICollectivePhase CreatePhase(in PhaseContext context) =>
        context.Kind == CollectiveKind.AllToAll ? new BruckAllToAll(in context) : new BruckAllGather(in context);

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => RoundsPhase.Count(rankCount);
}
