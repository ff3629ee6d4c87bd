using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// What one partition has for another, or for itself. Two lists take turns: when a window begins, the peer has told that it ended the one
/// before, and so has read what it was sent for the one before that.
/// </summary>
internal sealed class Outbox(MessagePool pool)
{
    private MessageList content;
    private MessageList previous;

    /// <summary>What was put in since the window began. Its storage is valid until the window after the next begins.</summary>
    public MessageList Content => content;

    /// <summary>The earliest time of a message in the outbox; <see cref="long.MaxValue"/> if it is empty.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    /// <summary>A place for a message of a known time.</summary>
    public ref ScheduledMessage Add(long time)
    {
        Earliest = Math.Min(Earliest, time);
        return ref content.Add(pool);
    }

    /// <summary>What was put in has been read.</summary>
    public void Clear()
    {
        content.ReturnTo(pool);
        Earliest = long.MaxValue;
    }

    /// <summary>A window begins: the outbox is empty.</summary>
    public void Turn()
    {
        previous.ReturnTo(pool);
        previous = content;
        content = default;
        Earliest = long.MaxValue;
    }
}
