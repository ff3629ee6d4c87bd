using System.Collections.Concurrent;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Packets;

/// <summary>
/// Makes each plan of an algorithm once: thousands of ranks read theirs with every packet, and one that they share stays in
/// the cache of the processor.
/// </summary>
internal sealed class PacketPlanCache(Func<CollectiveKind, int, bool, PacketPlan> make)
{
    private readonly ConcurrentDictionary<(CollectiveKind Kind, int RankCount, bool IsSubgroup), PacketPlan> plans = new();

    public PacketPlan For(in PhaseContext context) => plans.GetOrAdd(
        (context.Kind, context.RankCount, context.IsSubgroup),
        static (key, make) => make(key.Kind, key.RankCount, key.IsSubgroup),
        make);
}
