using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Engine.Events;

/// <summary>
/// A message that an NPU has handled, as it is kept: six words, since what is kept passes through the processor's nearest cache. Written
/// one by one: a copy of the whole would wait for the narrower writes of a message that was put together just before.
/// </summary>
internal struct HandledMessage
{
    private const int SourceShift = 32;
    private const ulong Lower = uint.MaxValue;

    private long time;
    private long sentAt;
    private ulong id;

    // Source in the upper half; kind, class and notice in the lower one.
    private ulong head;
    private long tag;
    private long size;

    /// <summary>Keeps a message.</summary>
    public void Set(in ScheduledMessage handled)
    {
        time = handled.Time;
        sentAt = handled.SentAt;
        id = handled.Id;
        head = handled.Message.Head & Lower | handled.Message.Ends & ~Lower;
        tag = handled.Message.Tag;
        size = handled.Message.Size.Bytes;
    }

    /// <summary>The message as it was, but for token and round.</summary>
    /// <param name="npu">The NPU that handled it.</param>
    public readonly ScheduledMessage Read(int npu) => new()
    {
        Time = time,
        SentAt = sentAt,
        Id = id,
        Target = npu,
        Message = Message.FromHead(head & Lower, unchecked((int)(head >> SourceShift)), npu, tag, new ByteSize(size)),
    };
}
