using ClusterSim.Inspection.Reading;

namespace ClusterSim.Inspection.Use;

/// <summary>What the nodes of one name and kind took, over all NPUs.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="Count">How many ended.</param>
/// <param name="TotalNs">Together.</param>
/// <param name="LongestNs">The longest.</param>
/// <param name="LongestOn">The NPU of that one.</param>
public sealed record NodeTotals(string Name, string Kind, long Count, long TotalNs, long LongestNs, int LongestOn)
{
    public long MeanNs => TotalNs / Count;

    /// <summary>All, longest together first.</summary>
    public static async Task<IReadOnlyList<NodeTotals>> OfAsync(Trace trace) => Of(await trace.ReadNodesAsync().ConfigureAwait(false));

    /// <summary>Those of some nodes, longest together first.</summary>
    public static IReadOnlyList<NodeTotals> Of(IEnumerable<NodeSpan> nodes) =>
    [
        .. nodes.GroupBy(node => (node.Name, node.Kind)).Select(Of)
            .OrderByDescending(totals => totals.TotalNs).ThenBy(totals => totals.Name, StringComparer.Ordinal),
    ];

    private static NodeTotals Of(IGrouping<(string Name, string Kind), NodeSpan> group)
    {
        var longest = group.MaxBy(node => node.EndNs - node.StartNs)!;
        return new(
            group.Key.Name, group.Key.Kind, group.LongCount(), group.Sum(node => node.EndNs - node.StartNs), longest.EndNs - longest.StartNs, longest.Npu);
    }
}
