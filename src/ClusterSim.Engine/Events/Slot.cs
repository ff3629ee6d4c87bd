using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>The messages of one instant, or of a span of time on a higher level, in the order in which they came.</summary>
internal struct Slot
{
    private MessageList messages;
    private long lastSentAt;
    private ulong lastId;

    /// <summary>Whether some message came behind one with a greater key.</summary>
    public bool IsUnsorted { get; private set; }

    /// <summary>A place at the end, with its key filled in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScheduledMessage Add(MessagePool pool, long time, long sentAt, ulong id)
    {
        // An empty slot is all zeroes, which no key precedes.
        IsUnsorted |= EventKey.Precedes(sentAt, id, lastSentAt, lastId);
        lastSentAt = sentAt;
        lastId = id;
        ref var added = ref messages.Add(pool);
        added.Time = time;
        added.SentAt = sentAt;
        added.Id = id;
        return ref added;
    }

    /// <summary>Empties the slot and returns its messages as they came; the caller gives their storage back to the pool.</summary>
    public MessageList Take()
    {
        var taken = messages;
        this = default;
        return taken;
    }
}
