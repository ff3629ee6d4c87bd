using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Direct;

/// <summary>
/// Every rank exchanges packets with all others directly, starting with its neighbours; up to a window of packets is under
/// way at a time.
/// </summary>
internal sealed class DirectAlgorithm(string name, int? window) : ICollectiveAlgorithm
{
    public string Name => name;

    public string? WhyNot(CollectiveKind kind, int rankCount) => SupportedKinds.WhyNot(kind, Name);

    public ICollectivePhase CreatePhase(in PhaseContext context) =>
        new DirectPhase(in context, Math.Min(window ?? int.MaxValue, context.RankCount - 1));

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => Sends(kind, rankCount);

    /// <summary>How many packets one rank sends.</summary>
    public static int Sends(CollectiveKind kind, int rankCount) =>
        kind == CollectiveKind.AllReduce ? 2 * (rankCount - 1) : rankCount - 1;
}
