using ClusterSim.Collectives.Algorithms.Rounds;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Dissemination;

/// <summary>A barrier among any number of ranks, in which all do the same.</summary>
internal sealed class DisseminationAlgorithm : ICollectiveAlgorithm
{
    public string Name => "dissemination";

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => SupportedKinds.WhyNot(kind, Name, [CollectiveKind.Barrier]);

    public ICollectivePhase CreatePhase(in PhaseContext context) => new DisseminationPhase(in context);

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => RoundsPhase.Count(rankCount);
}
