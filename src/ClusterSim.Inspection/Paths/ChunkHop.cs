using ClusterSim.Inspection.Reading;

namespace ClusterSim.Inspection.Paths;

/// <summary>A hop of a chunk.</summary>
/// <param name="Message">The message.</param>
/// <param name="Parts">What its time consists of; all zero: an NPU hands it to its link.</param>
public sealed record ChunkHop(MessageRow Message, HopParts Parts)
{
    internal static ChunkHop Of(Trace trace, MessageRow message) =>
        new(message, message.From < trace.NpuCount && trace.Run.Network.IsCongestionAware ? default : trace.PartsOf(in message));
}
