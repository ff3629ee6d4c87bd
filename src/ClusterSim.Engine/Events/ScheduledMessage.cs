using ClusterSim.Core.Messages;

namespace ClusterSim.Engine.Events;

/// <summary>
/// A message with its place in simulated time. Plain mutable fields, because queues fill their own storage in place: 64 bytes,
/// a cache line, are then written once.
/// </summary>
internal struct ScheduledMessage
{
    /// <summary>When it is handled, in nanoseconds.</summary>
    public long Time;

    /// <summary>When it was sent, in nanoseconds.</summary>
    public long SentAt;

    /// <summary>Its sender and the sender's own count of messages: see <see cref="MessageId"/>.</summary>
    public ulong Id;

    /// <summary>The index of the actor that handles it.</summary>
    public int Target;

    /// <summary>The delta round within <see cref="Time"/>: see <see cref="EventOrder"/>.</summary>
    public int Round;

    /// <summary>What it says.</summary>
    public Message Message;

    /// <summary>Writes all of the key but the target.</summary>
    public void SetKey(long time, int round, long sentAt, ulong id)
    {
        Time = time;
        SentAt = sentAt;
        Id = id;
        Round = round;
    }

    /// <summary>Takes from another message what is not its key.</summary>
    public void TakeContent(in ScheduledMessage other)
    {
        Target = other.Target;
        Message = other.Message;
    }
}
