using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>How much links were used.</summary>
internal static class LinksPart
{
    private const int Most = 300;

    public static async Task<RunPart?> OfAsync(RunContents contents)
    {
        var links = await contents.Trace.ReadLinksAsync().ConfigureAwait(false);
        if (links.Count == 0)
        {
            return contents.Run.Network is { IsCongestionAware: false, Dimensions.Count: > 0 }
                ? RunPart.Aside("links", "Links", Html.Of($"In the network without congestion no chunk waits for a link, so links are not simulated."))
                : RunPart.Missing("links", "Links", contents.WhyNone("links"));
        }

        var end = Math.Max(1.0, await contents.EndNsAsync().ConfigureAwait(false));
        var sorted = links.OrderByDescending(link => link.BusyNs).ThenByDescending(link => link.WaitingNs).ThenBy(link => link.Name, StringComparer.Ordinal).ToList();
        var table = new PageTable(
            "links",
            "Links by use",
            [
                PageColumn.Text("Link"), PageColumn.Meter("Utilisation"), PageColumn.Time("Busy"), PageColumn.Bytes("Data"), PageColumn.Count("Chunks"), PageColumn.Time("Queueing"),
                PageColumn.Count("Peak queue"),
            ],
            [.. sorted.Take(Most).Select(IReadOnlyList<object?> (link) => [link.Name, link.BusyNs / end, link.BusyNs, link.Bytes, link.Chunks, link.WaitingNs, link.PeakQueue])])
        {
            Rest = sorted.Count <= Most ? null : RestOf([.. sorted.Skip(Most)], end),
            SortedBy = 1,
            Tones = ["--communication"],
            Filter = "Filter links",
        };
        return new RunPart(new PageSection("links", "Links", table.Host) { Lead = LeadOf(links, end) }, table.Data);
    }

    private static string LeadOf(IReadOnlyList<LinkSpan> links, double end)
    {
        var used = links.Count(link => link.Chunks > 0);
        var mean = (100 * links.Average(link => link.BusyNs / end)).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
        return $"{Quantity.Count(links.Count, "link", "links")}, of which {Quantity.Exact(used)} were used; on average they sent {mean} % of the time. Queueing is the time that chunks waited for a link, added up.";
    }

    private static IReadOnlyList<object?> RestOf(List<LinkSpan> rest, double end) =>
    [
        $"{Quantity.Exact(rest.Count)} further, mean use", rest.Average(link => link.BusyNs / end), rest.Sum(link => link.BusyNs), rest.Sum(link => link.Bytes),
        rest.Sum(link => link.Chunks), rest.Sum(link => link.WaitingNs), rest.Max(link => link.PeakQueue),
    ];
}
