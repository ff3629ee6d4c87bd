using ClusterSim.Inspection.Use;

namespace ClusterSim.Inspection.Comparison;

/// <summary>What the nodes of one name took in two runs, over all NPUs.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="FirstNs">In the first run.</param>
/// <param name="SecondNs">In the second.</param>
public sealed record NodeChange(string Name, string Kind, long FirstNs, long SecondNs)
{
    public long ChangeNs => SecondNs - FirstNs;

    /// <summary>Those that differ, largest change first.</summary>
    public static IReadOnlyList<NodeChange> Of(IReadOnlyList<NodeTotals> first, IReadOnlyList<NodeTotals> second)
    {
        var before = first.ToDictionary(node => (node.Name, node.Kind), node => node.TotalNs);
        var after = second.ToDictionary(node => (node.Name, node.Kind), node => node.TotalNs);
        return
        [
            .. before.Keys.Union(after.Keys)
                .Select(key => new NodeChange(key.Name, key.Kind, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
                .Where(change => change.ChangeNs != 0)
                .OrderByDescending(change => Math.Abs(change.ChangeNs)).ThenBy(change => change.Name, StringComparer.Ordinal),
        ];
    }
}
