using ClusterSim.Collectives.Results;
using ClusterSim.Engine.Hosts;
using ClusterSim.Hosting.Simulation.Shared.Wire;
using ClusterSim.Network.CongestionAware;
using Google.Protobuf;
using NpuReport = ClusterSim.Collectives.Results.NpuReport;

namespace ClusterSim.Hosting.Simulation.Shared;

/// <summary>Carries what actors found from one node to another, the collectives of the node included.</summary>
/// <param name="ledger">The collectives of this process: written with its reports, and put together with those that come.</param>
/// <param name="isTraced">Whether each link is told of, for a trace.</param>
internal sealed class ReportCodec(CollectiveLedger ledger, bool isTraced) : IReportCodec
{
    /// <inheritdoc/>
    public byte[] Encode(IReadOnlyList<object> reports)
    {
        var written = new HostReports();
        written.Npus.AddRange(reports.OfType<NpuReport>().Select(NpuReportCodec.Encode));
        written.Collectives.AddRange(ledger.Entries().Select(CollectiveCodec.Encode));
        if (ChunksCrossed.In(reports) is { } crossed)
        {
            written.ChunksCrossed = crossed.Chunks;
            written.Detours = crossed.Detours;
        }

        if (isTraced)
        {
            written.Links.AddRange(reports.OfType<LinkReport>().Select(LinkCodec.Encode));
        }

        return written.ToByteArray();
    }

    /// <inheritdoc/>
    public IReadOnlyList<object> Decode(ReadOnlyMemory<byte> reports)
    {
        var read = HostReports.Parser.ParseFrom(reports.Span);
        foreach (var collective in read.Collectives)
        {
            CollectiveCodec.MergeInto(ledger, collective);
        }

        var found = read.Npus.Select(NpuReportCodec.Decode).Cast<object>().ToList();
        if (read.HasChunksCrossed)
        {
            found.Add(new ChunksCrossed(read.ChunksCrossed, read.Detours));
        }

        found.AddRange(read.Links.Select(LinkCodec.Decode));
        return found;
    }
}
