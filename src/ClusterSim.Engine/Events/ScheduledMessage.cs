using ClusterSim.Core.Messages;

namespace ClusterSim.Engine.Events;

/// <summary>
/// A message with its place in simulated time. Plain mutable fields, because the calendar hands out its own storage to be
/// filled in place: 64 bytes, a cache line, are then written once.
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

    /// <summary>The delta round in which it was sent; only kept for messages to replicated actors.</summary>
    public int SentInRound;

    /// <summary>What it says.</summary>
    public Message Message;
}
