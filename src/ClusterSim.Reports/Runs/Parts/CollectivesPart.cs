using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>The collectives of a run, with their algorithms and bandwidths.</summary>
internal static class CollectivesPart
{
    private const int Most = 300;

    public static Task<RunPart?> OfAsync(RunContents contents)
    {
        if (contents.Run.Figures is not { Collectives: { Count: > 0 } all })
        {
            return Task.FromResult(contents.Run.Failure is null
                ? null
                : RunPart.Aside("collectives", "Collectives", Html.Of($"A run that failed tells nothing of its collectives as a whole. Those that ended are among the layers, one for each NPU.")));
        }

        var sorted = all.OrderByDescending(collective => collective.DurationNs).ThenBy(collective => collective.StartNs).ToList();
        var rest = sorted.Skip(Most).ToList();
        var hasGroups = all.Any(collective => collective.Group is not null);
        var table = new PageTable(
            "collectives",
            "Collectives",
            [
                PageColumn.Text("Collective"), PageColumn.Text("Kind"), .. hasGroups ? (PageColumn[])[PageColumn.Text("Group")] : [], PageColumn.Count("Ranks"), PageColumn.Text("Algorithm"),
                PageColumn.Bytes("Size"), PageColumn.Time("Start"), PageColumn.Time("Duration"), PageColumn.Rate("Algorithm bandwidth"), PageColumn.Rate("Bus bandwidth"),
            ],
            [.. sorted.Take(Most).Select(collective => RowOf(collective, hasGroups))])
        {
            Rest = rest.Count == 0
                ? null
                :
                [
                    $"{Quantity.Exact(rest.Count)} further", null, .. hasGroups ? (object?[])[null] : [], null, null, rest.Sum(collective => collective.Bytes), null,
                    rest.Sum(collective => collective.DurationNs), null, null,
                ],
            SortedBy = hasGroups ? 7 : 6,
            Filter = "Filter by name, kind or algorithm",
        };
        return Task.FromResult<RunPart?>(new RunPart(
            new PageSection("collectives", "Collectives", table.Host)
            {
                Lead = $"{Quantity.Count(all.Count, "collective", "collectives")}, from the first rank's beginning to the last rank's end. Size is what each rank brings; bandwidths are those that nccl-tests define. {Quantity.Gigabytes}",
            },
            table.Data));
    }

    private static IReadOnlyList<object?> RowOf(CollectiveFigures collective, bool hasGroups) =>
    [
        collective.Node, collective.Kind, .. hasGroups ? (object?[])[collective.Group ?? "all"] : [], (long)collective.Ranks, collective.Algorithm, collective.Bytes, collective.StartNs,
        collective.DurationNs, collective.AlgorithmBandwidth, collective.BusBandwidth,
    ];
}
