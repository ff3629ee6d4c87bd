using ClusterSim.Collectives.Algorithms.Trees;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Tree;

/// <summary>
/// A binary tree among any number of ranks: an all-reduce goes up and down, a reduction up, a broadcast down. All data crosses every edge,
/// in chunks, so that all levels of the tree work at once.
/// </summary>
/// <param name="name">The name, parameters included.</param>
/// <param name="chunkCount">In how many chunks the data goes.</param>
internal sealed class TreeAlgorithm(string name, int chunkCount) : ICollectiveAlgorithm
{
    private static readonly CollectiveKind[] Kinds = [CollectiveKind.AllReduce, CollectiveKind.Broadcast, CollectiveKind.Reduce];

    public string Name => name;

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => SupportedKinds.WhyNot(kind, Name, Kinds);

    public ICollectivePhase CreatePhase(in PhaseContext context) =>
        new TreePhase(BinaryTree.At(context.Rank, context.RankCount), context.Kind, context.Size, chunkCount);

    // Each chunk crosses n-1 edges, in one direction or both.
    public long MessagesPerRank(CollectiveKind kind, int rankCount) => (kind == CollectiveKind.AllReduce ? 2L : 1L) * chunkCount;
}
