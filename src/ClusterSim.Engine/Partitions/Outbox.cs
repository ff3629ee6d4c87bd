using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// What one partition has for another. Two buffers take turns: when a window begins, the peer has told that it ended the one
/// before, and so has read what it was sent for the one before that.
/// </summary>
internal sealed class Outbox
{
    private MessageBuffer previous = new();

    /// <summary>What was put in since the window began.</summary>
    public MessageBuffer Content { get; private set; } = new();

    /// <summary>The earliest time of a message in the outbox; <see cref="long.MaxValue"/> if it is empty.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    public ref ScheduledMessage Add(long time)
    {
        Earliest = Math.Min(Earliest, time);
        return ref Content.Add();
    }

    /// <summary>A window begins: the outbox is empty.</summary>
    public void Turn()
    {
        (Content, previous) = (previous, Content);
        Content.Clear();
        Earliest = long.MaxValue;
    }
}
