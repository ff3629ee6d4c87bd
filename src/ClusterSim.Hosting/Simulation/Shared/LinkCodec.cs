using ClusterSim.Network.CongestionAware;
using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Simulation.Shared;

/// <summary>Writes and reads what the links of an actor did, for a trace.</summary>
internal static class LinkCodec
{
    public static Wire.ActorLinks Encode(LinkReport report)
    {
        var written = new Wire.ActorLinks { Actor = report.Actor.Index };
        written.Links.AddRange(TracedLinks.RowsOf(report).Select(row => new Wire.LinkRecord
        {
            Name = row.Name,
            Chunks = row.Chunks,
            Bytes = row.Bytes,
            Busy = row.BusyNs,
            Waiting = row.WaitingNs,
            PeakQueue = row.PeakQueue,
        }));
        return written;
    }

    public static LinksElsewhere Decode(Wire.ActorLinks read) => new(
        read.Actor,
        [.. read.Links.Select(link => new LinkRow(link.Name, link.Chunks, link.Bytes, link.Busy, link.Waiting, link.PeakQueue))]);
}
