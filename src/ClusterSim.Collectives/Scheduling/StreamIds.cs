using ClusterSim.Workload.Set;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// Numbers the streams of one NPU. All ranks of a collective number alike, because each counts for itself and for each group.
/// </summary>
internal sealed class StreamIds
{
    // Every group has a range of its own.
    private const long RangeOfGroup = 1_000_000;

    // Stands for the group of all NPUs.
    private const int NoGroup = -1;

    private readonly Dictionary<int, long> nextOfGroup = [];
    private long next;

    /// <summary>The number that the next stream of each group will have, of those that had any; -1: of all NPUs.</summary>
    public IEnumerable<(int Group, long Next)> Next =>
        nextOfGroup.Select(pair => (pair.Key, pair.Value)).Concat(next > 0 ? [(NoGroup, next)] : []).OrderBy(pair => pair.Item1);

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
