using ClusterSim.Collectives.Results;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Simulation.Shared;

/// <summary>Writes and reads what an NPU found.</summary>
internal static class NpuReportCodec
{
    public static Wire.NpuReport Encode(NpuReport report)
    {
        var written = new Wire.NpuReport
        {
            Npu = report.Npu,
            LastEnd = report.LastEnd.Ns,
            Computed = report.Computed.Ns,
            Gpu = report.Gpu.Ns,
            Cpu = report.Cpu.Ns,
            Communication = report.Communication.Ns,
            RemoteMemory = report.RemoteMemory.Ns,
            Hidden = report.Hidden.Ns,
            ComputeBound = report.Roofline.ComputeBound,
            ComputeShare = report.Roofline.ComputeShare,
            MemoryShare = report.Roofline.MemoryShare,
            Intensity = report.Roofline.Intensity,
            Memory = report.MemoryTimeline is { } timeline ? Encode(timeline) : null,
            Messages = report.Messages,
            Hops = report.Hops,
            Sent = report.Sent.Bytes,
            Arrived = report.Arrived.Bytes,
            Stuck = report.Stuck is { } stuck ? Encode(stuck) : null,
        };
        if (report.Finish is { } finish)
        {
            written.Finish = finish.Ns;
        }

        written.Unclaimed.AddRange(report.Unclaimed.Select(Encode));
        written.Streams.AddRange(report.Streams.Select(streams => new Wire.GroupStreams { Group = streams.Group, Next = streams.Next }));

        return written;
    }

    public static NpuReport Decode(Wire.NpuReport read) => new()
    {
        Npu = read.Npu,
        Finish = read.HasFinish ? new SimTime(read.Finish) : null,
        LastEnd = new SimTime(read.LastEnd),
        Computed = new SimDuration(read.Computed),
        Gpu = new SimDuration(read.Gpu),
        Cpu = new SimDuration(read.Cpu),
        Communication = new SimDuration(read.Communication),
        RemoteMemory = new SimDuration(read.RemoteMemory),
        Hidden = new SimDuration(read.Hidden),
        Roofline = (read.ComputeBound, read.ComputeShare, read.MemoryShare, read.Intensity),
        MemoryTimeline = read.Memory is { } timeline
            ? [.. timeline.Time.Zip(timeline.Size, (time, size) => (new SimTime(time), new ByteSize(size)))]
            : null,
        Messages = read.Messages,
        Hops = read.Hops,
        Sent = new ByteSize(read.Sent),
        Arrived = new ByteSize(read.Arrived),
        Streams = [.. read.Streams.Select(streams => new GroupStreams(streams.Group, streams.Next))],
        Unclaimed = [.. read.Unclaimed.Select(Decode)],
        Stuck = read.Stuck is { } stuck ? Decode(read.Npu, stuck) : null,
    };

    private static Wire.MemoryTimeline Encode(IReadOnlyList<(SimTime Time, ByteSize Size)> timeline)
    {
        var written = new Wire.MemoryTimeline();
        written.Time.AddRange(timeline.Select(sample => sample.Time.Ns));
        written.Size.AddRange(timeline.Select(sample => sample.Size.Bytes));
        return written;
    }

    private static Wire.StuckNpu Encode(StuckNpu stuck)
    {
        var written = new Wire.StuckNpu();
        written.Nodes.AddRange(stuck.Nodes);
        written.Held.AddRange(stuck.Held.Select(held => held.Node));
        written.HeldBy.AddRange(stuck.Held.Select(held => held.HeldBy));
        written.Collectives.AddRange(stuck.Collectives.Select(Encode));
        written.Receives.AddRange(stuck.Receives.Select(Encode));
        written.Chunks.AddRange(stuck.Chunks.Select(Encode));
        return written;
    }

    private static StuckNpu Decode(int npu, Wire.StuckNpu read) => new(
        npu,
        [.. read.Nodes],
        [.. read.Held.Zip(read.HeldBy, (node, heldBy) => new HeldNode(node, heldBy))],
        [.. read.Collectives.Select(Decode)],
        [.. read.Receives.Select(Decode)],
        [.. read.Chunks.Select(Decode)]);

    private static Wire.StuckCollective Encode(StuckCollective collective)
    {
        var written = new Wire.StuckCollective
        {
            Node = collective.Node,
            Kind = (int)collective.Kind,
            Size = collective.Size.Bytes,
            FirstStream = collective.FirstStream,
        };
        if (collective.Group is { } group)
        {
            written.Group = group;
        }

        return written;
    }

    private static StuckCollective Decode(Wire.StuckCollective read) => new(
        read.Node,
        checked((CollectiveKind)read.Kind),
        new ByteSize(read.Size),
        read.HasGroup ? read.Group : null,
        read.FirstStream);

    private static Wire.StuckTransfer Encode(StuckTransfer transfer) => new()
    {
        MessageClass = (int)transfer.Class,
        Peer = transfer.Peer,
        Tag = transfer.Tag,
        Size = transfer.Size.Bytes,
        Node = transfer.Node,
    };

    private static StuckTransfer Decode(Wire.StuckTransfer read) =>
        new(checked((MessageClass)read.MessageClass), read.Peer, read.Tag, new ByteSize(read.Size), read.Node);
}
