using ClusterSim.Collectives.Algorithms.Trees;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.BinomialTree;

/// <summary>
/// Rooted collectives over a binomial tree, among any number of ranks. Broadcasts and reductions send all data along each edge, gathers and
/// scatters what belongs to the ranks below it.
/// </summary>
internal sealed class BinomialTreeAlgorithm : ICollectiveAlgorithm
{
    private static readonly CollectiveKind[] Kinds =
        [CollectiveKind.Broadcast, CollectiveKind.Reduce, CollectiveKind.Gather, CollectiveKind.Scatter];

    public string Name => "binomialTree";

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => SupportedKinds.WhyNot(kind, Name, Kinds);

    public ICollectivePhase CreatePhase(in PhaseContext context)
    {
        var place = new BinomialPlace(context.Rank, context.RankCount);
        return context.Kind switch
        {
            CollectiveKind.Gather => new GatherPhase(place, in context),
            CollectiveKind.Scatter => new ScatterPhase(place, in context),
            _ => new TreePhase(new TreeLinks(place.Parent, place.Children), context.Kind, context.Size, chunkCount: 1),
        };
    }

    // Every rank but the root sends or is sent to once.
    public long MessagesPerRank(CollectiveKind kind, int rankCount) => 1;
}
