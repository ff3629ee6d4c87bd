using ClusterSim.Network.CongestionAware;

namespace ClusterSim.Hosting.Simulation;

/// <summary>How many chunks crossed the links of another node, together.</summary>
/// <param name="Chunks">A chunk counts once a link.</param>
internal sealed record ChunksCrossed(long Chunks)
{
    /// <summary>What reports of links hold together, from this node or others; null: there are none.</summary>
    public static long? In(IReadOnlyList<object> reports)
    {
        long? crossed = null;
        foreach (var report in reports)
        {
            crossed = report switch
            {
                LinkReport links => (crossed ?? 0) + links.Chunks,
                ChunksCrossed elsewhere => (crossed ?? 0) + elsewhere.Chunks,
                _ => crossed,
            };
        }

        return crossed;
    }
}
