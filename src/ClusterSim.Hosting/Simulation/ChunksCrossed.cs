using ClusterSim.Network.CongestionAware;

namespace ClusterSim.Hosting.Simulation;

/// <summary>How many chunks crossed links, together.</summary>
/// <param name="Chunks">A chunk counts once a link.</param>
/// <param name="Detours">How many of these crossings nobody foresaw when the chunks left their NPUs; negative where ways became shorter.</param>
internal sealed record ChunksCrossed(long Chunks, long Detours)
{
    /// <summary>What reports of links hold together, from this node or others; null: there are none.</summary>
    public static ChunksCrossed? In(IReadOnlyList<object> reports)
    {
        ChunksCrossed? crossed = null;
        foreach (var report in reports)
        {
            crossed = report switch
            {
                LinkReport links => Sum(crossed, links.Chunks, links.Detours),
                ChunksCrossed elsewhere => Sum(crossed, elsewhere.Chunks, elsewhere.Detours),
                _ => crossed,
            };
        }

        return crossed;
    }

    private static ChunksCrossed Sum(ChunksCrossed? sum, long chunks, long detours) => new((sum?.Chunks ?? 0) + chunks, (sum?.Detours ?? 0) + detours);
}
