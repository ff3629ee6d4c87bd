using ClusterSim.Collectives.Results;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Hosting.Simulation.Shared;
using ClusterSim.Hosting.Simulation.Shared.Wire;
using ClusterSim.Testing;
using Xunit;
using CollectiveRecord = ClusterSim.Collectives.Results.CollectiveRecord;
using GroupStreams = ClusterSim.Collectives.Results.GroupStreams;
using HeldNode = ClusterSim.Collectives.Results.HeldNode;
using NpuReport = ClusterSim.Collectives.Results.NpuReport;
using StuckCollective = ClusterSim.Collectives.Results.StuckCollective;
using StuckNpu = ClusterSim.Collectives.Results.StuckNpu;
using StuckTransfer = ClusterSim.Collectives.Results.StuckTransfer;

namespace ClusterSim.Tests.Hosting.Simulation.Shared;

public sealed class ReportCodecTests
{
    [Fact]
    public void Decode_OfWhatWasEncoded_GivesTheReportsBack()
    {
        var finished = Report(npu: 3) with
        {
            MemoryTimeline = [(new SimTime(1), new ByteSize(2)), (new SimTime(5), ByteSize.Zero)],
            Unclaimed = [new StuckTransfer(MessageClass.Collective, 1, 17, new ByteSize(8), -1)],
        };
        var stuck = Report(npu: 4) with
        {
            Finish = null,
            Stuck = new StuckNpu(
                4,
                [7, 9],
                [new HeldNode(12, 7), new HeldNode(13, 9)],
                [new StuckCollective(7, CollectiveKind.AllToAll, new ByteSize(10), "tp", 3), new StuckCollective(9, CollectiveKind.AllReduce, new ByteSize(1), null, 0)],
                [new StuckTransfer(MessageClass.PointToPoint, 1, -5, new ByteSize(8), -1)],
                [new StuckTransfer(MessageClass.Control, 2, 6, new ByteSize(9), 11)]),
        };

        var read = RoundTrip([finished, stuck, new ChunksCrossed(12, -2)], new CollectiveLedger());

        var npus = read.OfType<NpuReport>().ToArray();
        Assert.Equal(finished.MemoryTimeline, npus[0].MemoryTimeline);
        Assert.Equal(finished.Streams, npus[0].Streams);
        Assert.Equal(finished.Unclaimed, npus[0].Unclaimed);
        Assert.Equal(finished, npus[0] with { MemoryTimeline = finished.MemoryTimeline, Streams = finished.Streams, Unclaimed = finished.Unclaimed });
        Assert.Equivalent(stuck, npus[1], strict: true);
        Assert.Equal(new ChunksCrossed(12, -2), ChunksCrossed.In(read));
    }

    [Fact]
    public void Decode_CollectivesOfTwoNodes_PutsThemTogether()
    {
        var merged = new CollectiveLedger();
        RoundTrip([], merged, Ledger(npu: 5, start: 20, finish: 90));
        RoundTrip([], merged, Ledger(npu: 2, start: 30, finish: 80));

        var record = Assert.Single(merged.Records());
        Assert.Equal((2, 20L, 90L), (record.Npu, record.Start.Ns, record.Finish.Ns));
    }

    [Fact]
    public void Reports_KeepTheirFieldNumbers() =>
        new GoldenFile("tests", "ClusterSim.Tests", "Hosting", "Simulation", "Shared", "Golden")
            .Check("reports.txt", WireFields.Of(ReportsReflection.Descriptor));

    private static IReadOnlyList<object> RoundTrip(IReadOnlyList<object> reports, CollectiveLedger into, CollectiveLedger? from = null) =>
        new ReportCodec(into, isTraced: false).Decode(new ReportCodec(from ?? new CollectiveLedger(), isTraced: false).Encode(reports));

    private static CollectiveLedger Ledger(int npu, long start, long finish)
    {
        var ledger = new CollectiveLedger();
        ledger.Merge(new LedgerEntry(-1, 4, new CollectiveRecord
        {
            Npu = npu,
            Node = npu,
            Kind = CollectiveKind.AllGather,
            Size = new ByteSize(64),
            Group = null,
            Ranks = 8,
            Algorithm = "ring",
            Start = new SimTime(start),
            Finish = new SimTime(finish),
        }));
        return ledger;
    }

    private static NpuReport Report(int npu) => new()
    {
        Npu = npu,
        Finish = new SimTime(100),
        LastEnd = new SimTime(99),
        Computed = new SimDuration(1),
        Gpu = new SimDuration(2),
        Cpu = new SimDuration(3),
        Communication = new SimDuration(4),
        RemoteMemory = new SimDuration(5),
        Hidden = new SimDuration(6),
        Roofline = (0.25, 0.5, 0.75, 1.5),
        Streams = [new GroupStreams(-1, 3), new GroupStreams(2, 2_000_001)],
        Messages = 7,
        Hops = 8,
        Sent = new ByteSize(9),
        Arrived = new ByteSize(10),
    };
}
