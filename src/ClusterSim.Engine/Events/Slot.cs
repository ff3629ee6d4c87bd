using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>The messages of one nanosecond, or of one epoch, in the order in which they came.</summary>
internal struct Slot
{
    private ScheduledMessage[]? messages;
    private bool unsorted;

    public int Count { get; private set; }

    /// <summary>A place at the end, with its key filled in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScheduledMessage Add(SlotPool pool, long time, long sentAt, ulong id)
    {
        messages ??= pool.Rent();
        if (Count == messages.Length)
        {
            messages = pool.Grow(messages);
        }

        ref var added = ref messages[Count];
        added.Time = time;
        added.SentAt = sentAt;
        added.Id = id;
        if (Count > 0 && !EventKey.Precedes(in messages[Count - 1], in added))
        {
            unsorted = true;
        }

        Count++;
        return ref added;
    }

    /// <summary>
    /// Puts the messages in order, as far as it matters: those of each actor are in the order of their keys.
    /// </summary>
    public readonly void Sort(ConflictFinder conflicts)
    {
        if (unsorted && conflicts.HasConflict(messages.AsSpan(0, Count)))
        {
            MessageSorter.Sort(messages.AsSpan(0, Count));
        }
    }

    /// <summary>Empties the slot and returns its messages' storage; the caller gives it back to the pool.</summary>
    public ScheduledMessage[] Take(out int count)
    {
        var taken = messages!;
        count = Count;
        this = default;
        return taken;
    }
}
