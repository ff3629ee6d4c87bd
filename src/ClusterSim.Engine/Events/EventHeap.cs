namespace ClusterSim.Engine.Events;

/// <summary>Messages in the order of events, whatever the order in which they come: a heap with four children a node.</summary>
internal struct EventHeap
{
    private const int ChildrenLog = 2;
    private const int Children = 1 << ChildrenLog;
    private const int SmallestCapacity = 4;
    private const int LargestKept = 16;

    private ScheduledMessage[]? items;
    private int count;

    public readonly bool IsEmpty => count == 0;

    /// <summary>The time of the first message; <see cref="long.MaxValue"/> if there is none.</summary>
    public readonly long NextTime => count == 0 ? long.MaxValue : items![0].Time;

    /// <summary>The first message of a heap that is not empty. It stays in its place while messages behind it are added.</summary>
    public readonly ref readonly ScheduledMessage First => ref items![0];

    /// <summary>A place for a message, with its key filled in; the caller writes target and content.</summary>
    public ref ScheduledMessage Add(ArrayPool pool, long time, int round, long sentAt, ulong id)
    {
        if (items is null || count == items.Length)
        {
            Grow(pool);
        }

        var place = count++;
        while (place > 0)
        {
            var parent = (place - 1) >> ChildrenLog;
            if (!EventOrder.Precedes(time, round, sentAt, id, in items![parent]))
            {
                break;
            }

            items[place] = items[parent];
            place = parent;
        }

        ref var added = ref items![place];
        added.SetKey(time, round, sentAt, id);
        return ref added;
    }

    /// <summary>Removes the first message of a heap that is not empty.</summary>
    public void RemoveFirst()
    {
        count--;
        if (count > 0)
        {
            FillRoot(in items![count]);
        }
    }

    /// <summary>Forgets all messages, and gives back the storage if it is large.</summary>
    public void Clear(ArrayPool pool)
    {
        count = 0;
        if (items is { Length: > LargestKept })
        {
            pool.Return(items);
            items = null;
        }
    }

    // The last message takes the root's place, and sinks to where it belongs.
    private readonly void FillRoot(in ScheduledMessage last)
    {
        var heap = items!;
        var place = 0;
        for (var child = 1; child < count; child = (place << ChildrenLog) + 1)
        {
            var first = FirstOf(heap, child, Math.Min(child + Children, count));
            if (!EventOrder.Precedes(in heap[first], in last))
            {
                break;
            }

            heap[place] = heap[first];
            place = first;
        }

        heap[place] = last;
    }

    private static int FirstOf(ScheduledMessage[] heap, int child, int end)
    {
        var first = child;
        for (var other = child + 1; other < end; other++)
        {
            if (EventOrder.Precedes(in heap[other], in heap[first]))
            {
                first = other;
            }
        }

        return first;
    }

    private void Grow(ArrayPool pool)
    {
        var larger = pool.Rent(items is null ? SmallestCapacity : items.Length * 2);
        if (items is not null)
        {
            items.AsSpan(0, count).CopyTo(larger);
            pool.Return(items);
        }

        items = larger;
    }
}
