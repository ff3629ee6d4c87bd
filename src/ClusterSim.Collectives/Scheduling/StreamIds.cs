using ClusterSim.Workload.Set;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// Numbers the streams of one NPU. All ranks of a collective number alike, because each counts for itself and for each group.
/// </summary>
internal sealed class StreamIds
{
    // Every group has a range of its own.
    private const long RangeOfGroup = 1_000_000;

    private readonly Dictionary<int, long> nextOfGroup = [];
    private long next;

    public long Take(ProcessGroup? group)
    {
        if (group is null)
        {
            return next++;
        }

        var id = nextOfGroup.TryGetValue(group.Id, out var following) ? following : group.Id * RangeOfGroup;
        nextOfGroup[group.Id] = id + 1;
        return id;
    }
}
