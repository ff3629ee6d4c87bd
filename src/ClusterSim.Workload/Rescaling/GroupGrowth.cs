using System.Globalization;
using ClusterSim.Workload.Set;

namespace ClusterSim.Workload.Rescaling;

/// <summary>
/// What becomes of process groups. Those over the data-parallel dimension have their NPUs of all replicas; the others exist once a replica,
/// each time with shifted NPUs and, but for the first, another name.
/// </summary>
internal sealed class GroupGrowth
{
    // Beyond it, no name that is a number is made: stream ids start from them.
    private const int LargestNumber = 1_000_000_000;

    private readonly int from;
    private readonly int to;
    private readonly IReadOnlySet<string> dataParallel;
    private readonly Dictionary<(string Name, int Replica), string> names = [];
    private readonly List<ProcessGroup> groups = [];
    private readonly HashSet<string> taken;
    private int nextNumber;

    /// <param name="groups">All groups but those that stand for all NPUs.</param>
    /// <param name="from">How many NPUs there are.</param>
    /// <param name="to">How many there will be.</param>
    /// <param name="dataParallel">The names of groups over the data-parallel dimension; <see cref="RescaleRequest.All"/> for that of all NPUs.</param>
    /// <param name="usesAll">Whether collectives run on all NPUs.</param>
    public GroupGrowth(IEnumerable<ProcessGroup> groups, int from, int to, IReadOnlySet<string> dataParallel, bool usesAll)
    {
        this.from = from;
        this.to = to;
        this.dataParallel = dataParallel;
        ProcessGroup[] known = [.. groups.OrderBy(group => group.Id)];
        taken = known.Select(group => group.Name).ToHashSet(StringComparer.Ordinal);
        nextNumber = known.Select(group => NumberIn(group.Name)).Append(0).Max() + 1;
        for (var replica = 0; replica < Replicas; replica++)
        {
            foreach (var group in known)
            {
                Add(group, replica);
            }

            // Collectives of all NPUs that are to stay within a replica need a group there.
            if (usesAll && Replicas > 1 && !Grows("", ranks: null))
            {
                names[("", replica)] = NewName("0", replica);
                this.groups.Add(new ProcessGroup(names[("", replica)], 0, [.. Enumerable.Range(replica * from, from)]));
            }
        }
    }

    /// <summary>How many times all NPUs are there; 1 where they become fewer.</summary>
    public int Replicas => Math.Max(1, to / from);

    /// <summary>All groups as they will be.</summary>
    public IReadOnlyList<ProcessGroup> Groups => groups;

    /// <summary>Whether a group has NPUs of all replicas. An empty name, or 0: that of all NPUs.</summary>
    public bool Grows(string name, IReadOnlyList<int>? ranks) =>
        dataParallel.Contains(ProcessGroups.IsAllNpus(name) ? RescaleRequest.All : name)
        || (ranks?.Count == from && dataParallel.Contains(RescaleRequest.All));

    /// <summary>What a group is called in a replica.</summary>
    public string NameOf(string name, int replica) => names.GetValueOrDefault((ProcessGroups.IsAllNpus(name) ? "" : name, replica), name);

    /// <summary>The NPUs of a group in a replica; none if it does not exist any more.</summary>
    public IReadOnlyList<int> RanksOf(string name, IReadOnlyList<int> ranks, int replica)
    {
        if (ProcessGroups.IsAllNpus(name) || Grows(name, ranks))
        {
            return to < from
                ? [.. ranks.Where(rank => rank < to)]
                : [.. Enumerable.Range(0, Replicas).SelectMany(each => ranks.Select(rank => rank + (each * from)))];
        }

        return to < from && ranks.Any(rank => rank >= to) ? [] : [.. ranks.Select(rank => rank + (replica * from))];
    }

    private void Add(ProcessGroup group, int replica)
    {
        if (replica > 0 && Grows(group.Name, group.Ranks))
        {
            return;
        }

        var name = replica == 0 ? group.Name : NewName(group.Name, replica);
        var ranks = RanksOf(group.Name, group.Ranks, replica);
        names[(group.Name, replica)] = name;
        if (ranks.Count > 0)
        {
            groups.Add(new ProcessGroup(name, group.Id, ranks));
        }
    }

    // Numbers stay numbers: other tools take no other names.
    private string NewName(string name, int replica)
    {
        var isNumber = NumberIn(name) >= 0 && nextNumber < LargestNumber;
        var fresh = isNumber
            ? (nextNumber++).ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{name}.{replica}");
        while (!taken.Add(fresh))
        {
            fresh += "'";
        }

        return fresh;
    }

    private static int NumberIn(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < LargestNumber ? number : -1;
}
