using ClusterSim.Collectives.Results;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Simulation.Shared;

/// <summary>Writes and reads what the ranks of one node did of a collective.</summary>
internal static class CollectiveCodec
{
    public static Wire.CollectiveRecord Encode(LedgerEntry entry)
    {
        var record = entry.Record;
        var written = new Wire.CollectiveRecord
        {
            GroupId = entry.Group,
            FirstStream = entry.FirstStream,
            Npu = record.Npu,
            Node = record.Node,
            Kind = (int)record.Kind,
            Size = record.Size.Bytes,
            Ranks = record.Ranks,
            Algorithm = record.Algorithm,
            Start = record.Start.Ns,
            Finish = record.Finish.Ns,
        };
        if (record.Group is { } group)
        {
            written.Group = group;
        }

        return written;
    }

    public static void MergeInto(CollectiveLedger ledger, Wire.CollectiveRecord read) => ledger.Merge(new LedgerEntry(
        read.GroupId,
        read.FirstStream,
        new CollectiveRecord
        {
            Npu = read.Npu,
            Node = read.Node,
            Kind = checked((CollectiveKind)read.Kind),
            Size = new ByteSize(read.Size),
            Group = read.HasGroup ? read.Group : null,
            Ranks = read.Ranks,
            Algorithm = read.Algorithm,
            Start = new SimTime(read.Start),
            Finish = new SimTime(read.Finish),
        }));
}
