using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Guards;

/// <summary>An algorithm that could not be made. It can run nothing, and says why.</summary>
internal sealed class BrokenAlgorithm(string name, string reason) : ICollectiveAlgorithm
{
    public string Name => name;

    public string WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => reason;

    public ICollectivePhase CreatePhase(in PhaseContext context) => throw new CollectiveMistakeException(reason);

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => 0;
}
