using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Tree;

/// <summary>The pipelined binary tree.</summary>
internal sealed class TreeFamily : ICollectiveFamily
{
    // A phase counts for each chunk which children are missing.
    private const int MostChunks = 1 << 16;

    // NCCL cuts its buffers into as many slots (NCCL_STEPS).
    private static readonly AlgorithmParameter Chunks =
        new("chunks", "In how many chunks the data goes, one behind the other.") { Default = 8, Most = MostChunks };

    public string Name => "tree";

    public string Description => "Reduces up a binary tree and broadcasts down it, in chunks that follow each other.";

    public string Source => "NCCL, algorithm Tree: the first of its two binary trees";

    public IReadOnlyList<AlgorithmParameter> Parameters { get; } = [Chunks];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new TreeAlgorithm(settings.Name, (int)settings[Chunks.Name]);
}
