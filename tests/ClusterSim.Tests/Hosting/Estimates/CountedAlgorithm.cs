using ClusterSim.Core.Collectives;

namespace ClusterSim.Tests.Hosting.Estimates;

/// <summary>An algorithm that counts the phases made of it.</summary>
internal sealed class CountedAlgorithm(ICollectiveAlgorithm inner) : ICollectiveAlgorithm
{
    public int Phases { get; private set; }

    public string Name => inner.Name;

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => inner.WhyNot(kind, rankCount, isSubgroup);

    public long MessagesPerRank(CollectiveKind kind, int rankCount) => inner.MessagesPerRank(kind, rankCount);

    public ICollectivePhase CreatePhase(in PhaseContext context)
    {
        Phases++;
        return inner.CreatePhase(in context);
    }
}
