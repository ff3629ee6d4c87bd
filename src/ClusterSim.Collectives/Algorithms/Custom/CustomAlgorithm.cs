using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Collectives.Algorithms.Custom;

/// <summary>An algorithm that is itself a Chakra trace for each rank, of sends, receives and compute.</summary>
/// <param name="name">What it is called in results: the prefix of its traces.</param>
/// <param name="graphByRank">The trace of each rank of the group that runs it.</param>
public sealed class CustomAlgorithm(string name, IReadOnlyList<ExecutionGraph> graphByRank) : ICollectiveAlgorithm
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => rankCount <= graphByRank.Count
        ? null
        : $"custom algorithm {Name} has traces for {graphByRank.Count} ranks, not for {rankCount}.";

    /// <inheritdoc/>
    public ICollectivePhase CreatePhase(in PhaseContext context) => new CustomPhase(graphByRank[context.Rank], context.Size);

    /// <inheritdoc/>
    public long MessagesPerRank(CollectiveKind kind, int rankCount)
    {
        var sends = 0L;
        for (var rank = 0; rank < rankCount; rank++)
        {
            for (var node = 0; node < graphByRank[rank].Count; node++)
            {
                sends += graphByRank[rank][node].Kind == NodeKind.Send ? 1 : 0;
            }
        }

        return sends / rankCount;
    }
}
