using ClusterSim.Inspection.Timelines.Perfetto;
using Google.Protobuf;

namespace ClusterSim.Inspection.Timelines;

/// <summary>Writes Perfetto's own format: a stream of packets, each as a field of the one message that a trace is.</summary>
public sealed class PerfettoWriter : ITimelineWriter
{
    // All packets come from one writer, which never loses state.
    private const uint Sequence = 1;
    private const uint StateCleared = 1;

    private readonly CodedOutputStream output;
    private readonly uint tag = WireFormat.MakeTag(Perfetto.Trace.PacketFieldNumber, WireFormat.WireType.LengthDelimited);
    private bool hasBegun;

    /// <param name="target">The file; closed with this.</param>
    public PerfettoWriter(Stream target)
    {
        output = new CodedOutputStream(target, leaveOpen: false);
    }

    public void AddTrack(int track, int parent, string name)
    {
        var descriptor = new TrackDescriptor { Uuid = (ulong)track, Name = name, ChildOrdering = TrackDescriptor.Types.ChildTracksOrdering.Explicit, SiblingOrderRank = track };
        if (parent != 0)
        {
            descriptor.ParentUuid = (ulong)parent;
        }

        Write(new TracePacket { TrackDescriptor = descriptor });
    }

    public void AddCounter(int track, string name, string unit) => Write(new TracePacket
    {
        TrackDescriptor = new TrackDescriptor { Uuid = (ulong)track, Name = name, Counter = new CounterDescriptor { UnitName = unit } },
    });

    public void AddSlice(int track, string name, long startNs, long endNs, ulong flow = 0)
    {
        var begin = new TrackEvent { Type = TrackEvent.Types.Type.SliceBegin, TrackUuid = (ulong)track, Name = name };
        if (flow != 0)
        {
            begin.FlowIds.Add(flow);
        }

        Write(new TracePacket { Timestamp = (ulong)startNs, TrackEvent = begin });
        Write(new TracePacket { Timestamp = (ulong)endNs, TrackEvent = new TrackEvent { Type = TrackEvent.Types.Type.SliceEnd, TrackUuid = (ulong)track } });
    }

    public void AddCount(int track, long timeNs, long value) => Write(new TracePacket
    {
        Timestamp = (ulong)timeNs,
        TrackEvent = new TrackEvent { Type = TrackEvent.Types.Type.Counter, TrackUuid = (ulong)track, CounterValue = value },
    });

    public ValueTask DisposeAsync()
    {
        output.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Write(TracePacket packet)
    {
        packet.TrustedPacketSequenceId = Sequence;
        if (!hasBegun)
        {
            packet.SequenceFlags = StateCleared;
            hasBegun = true;
        }

        output.WriteTag(tag);
        output.WriteMessage(packet);
    }
}
