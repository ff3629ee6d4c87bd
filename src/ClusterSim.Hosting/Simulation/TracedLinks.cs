using ClusterSim.Network.CongestionAware;
using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Simulation;

/// <summary>What the links of a run did, for its trace.</summary>
internal static class TracedLinks
{
    /// <summary>The links in what actors found, those of a network without congestion being none; one actor after the other.</summary>
    public static IEnumerable<LinkRow> In(IEnumerable<object> reports) =>
        reports.Select(LinksOf).OfType<(int Actor, IEnumerable<LinkRow> Rows)>().OrderBy(links => links.Actor).SelectMany(links => links.Rows);

    /// <summary>The links of an actor.</summary>
    public static IEnumerable<LinkRow> RowsOf(LinkReport report) => report.Links.Select(RowOf);

    private static (int Actor, IEnumerable<LinkRow> Rows)? LinksOf(object report) => report switch
    {
        LinkReport here => (here.Actor.Index, RowsOf(here)),
        LinksElsewhere there => (there.Actor, there.Rows),
        _ => null,
    };

    private static LinkRow RowOf(LinkStatistics link) =>
        new(link.Name, link.Chunks, link.Carried.Bytes, link.Busy.Ns, link.Queued.Ns, link.PeakQueue);
}
