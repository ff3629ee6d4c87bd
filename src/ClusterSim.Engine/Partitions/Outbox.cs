using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// What one partition has for another. Two buffers take turns: a peer has read the one of the last window before it can
/// ask for the one after the next.
/// </summary>
internal sealed class Outbox
{
    private MessageBuffer filling = new();
    private MessageBuffer handedOver = new();

    /// <summary>The earliest time of a message in the outbox; <see cref="long.MaxValue"/> if it is empty.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    public ref ScheduledMessage Add(long time)
    {
        Earliest = Math.Min(Earliest, time);
        return ref filling.Add();
    }

    /// <summary>Empties the outbox. The buffer is valid until the call after the next.</summary>
    public MessageBuffer HandOver()
    {
        (filling, handedOver) = (handedOver, filling);
        filling.Clear();
        Earliest = long.MaxValue;
        return handedOver;
    }

    public void Clear()
    {
        filling.Clear();
        handedOver.Clear();
        Earliest = long.MaxValue;
    }
}
