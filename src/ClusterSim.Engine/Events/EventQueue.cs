using System.Numerics;
using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>
/// The messages of one site that are still to be handled, in order. Most come in the order in which they are handled: those
/// form a run, a ring buffer in which a message is written once and read in place. The others lie in a heap. A struct, so that
/// it costs its site no other object.
/// </summary>
internal struct EventQueue(ArrayPool firstPool)
{
    // So much is held all the time; what is larger goes back to the pool when it is empty.
    private const int SmallestCapacity = 4;

    private ArrayPool pool = firstPool;
    private ScheduledMessage[] run = firstPool.Rent(SmallestCapacity);
    private int head;
    private int count;
    private EventHeap others;
    private bool isFirstOfOthers;

    /// <summary>The time of the first message; <see cref="long.MaxValue"/> if there is none.</summary>
    public readonly long NextTime => Math.Min(count == 0 ? long.MaxValue : At(0).Time, others.NextTime);

    /// <summary>Whether the message that was found last is the only one of its time.</summary>
    public readonly bool IsFirstAlone =>
        !isFirstOfOthers && (count == 1 || At(1).Time > At(0).Time) && (others.IsEmpty || others.NextTime > At(0).Time);

    /// <summary>Where the first message is likely to be, for the processor to fetch.</summary>
    public readonly ref readonly ScheduledMessage Head => ref At(0);

    /// <summary>Where the next message is likely to be put, for the processor to fetch.</summary>
    public readonly ref readonly ScheduledMessage End => ref At(count);

    /// <summary>
    /// The message that was found last. It stays in its place until it is removed: what its handling sends comes behind it.
    /// </summary>
    public readonly ref readonly ScheduledMessage First => ref isFirstOfOthers ? ref others.First : ref At(0);

    /// <summary>Finds the first message, if its time is before a limit.</summary>
    public bool FindFirst(long limit)
    {
        if (others.IsEmpty)
        {
            isFirstOfOthers = false;
            return count > 0 && At(0).Time < limit;
        }

        isFirstOfOthers = count == 0 || EventOrder.Precedes(in others.First, in At(0));
        return First.Time < limit;
    }

    /// <summary>Removes the message that was found last.</summary>
    public void RemoveFirst()
    {
        if (isFirstOfOthers)
        {
            others.RemoveFirst();
        }
        else
        {
            count--;

            // An empty queue begins anew at the first place, which is in the cache.
            head = count == 0 ? 0 : (head + 1) & (run.Length - 1);
        }
    }

    /// <summary>A place for a message, with its key filled in; the caller writes target and content.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScheduledMessage Add(long time, int round, long sentAt, ulong id)
    {
        if (count > 0 && EventOrder.Precedes(time, round, sentAt, id, in At(count - 1)) && !GivesWay(time, round, sentAt, id))
        {
            return ref others.Add(pool, time, round, sentAt, id);
        }

        ref var added = ref NextOfRun();
        added.SetKey(time, round, sentAt, id);
        return ref added;
    }

    /// <summary>Takes in a message from elsewhere.</summary>
    public void Accept(in ScheduledMessage message)
    {
        if (count == 0 || EventOrder.Precedes(in At(count - 1), in message))
        {
            NextOfRun() = message;
        }
        else
        {
            Add(message.Time, message.Round, message.SentAt, message.Id).TakeContent(in message);
        }
    }

    /// <summary>Makes room for a burst: so many messages that come one after the other in any order.</summary>
    public void BeginBurst(int messages)
    {
        // In one piece, so that it can be sorted.
        if (head + count + messages > run.Length)
        {
            Grow(Math.Max(run.Length, checked((int)BitOperations.RoundUpToPowerOf2((uint)(count + messages)))));
        }
    }

    /// <summary>Takes in a message of a burst.</summary>
    public void AddOfBurst(in ScheduledMessage message) => run[head + count++] = message;

    /// <summary>All messages of a burst have come. To sort them at once costs less than a heap.</summary>
    public readonly void EndBurst() => EventOrder.Sort(run.AsSpan(head, count));

    /// <summary>Takes and gives storage from and to another pool from now on.</summary>
    public void UsePool(ArrayPool other) => pool = other;

    /// <summary>Forgets all messages.</summary>
    public void Clear()
    {
        count = 0;
        others.Clear(pool);
        Trim();
    }

    /// <summary>Gives back storage that is not needed. Not while a message is handled in its place.</summary>
    public void Trim()
    {
        if (count == 0 && run.Length > SmallestCapacity)
        {
            pool.Return(run);
            run = pool.Rent(SmallestCapacity);
            head = 0;
        }

        if (others.IsEmpty)
        {
            others.Clear(pool);
        }
    }

    private ref ScheduledMessage NextOfRun()
    {
        if (count == run.Length)
        {
            Grow(run.Length * 2);
        }

        return ref At(count++);
    }

    private readonly ref ScheduledMessage At(int place) => ref run[(head + place) & (run.Length - 1)];

    // A last message that is alone in the way, such as the far end of a computation, moves to the others.
    private bool GivesWay(long time, int round, long sentAt, ulong id)
    {
        if (count > 1 && EventOrder.Precedes(time, round, sentAt, id, in At(count - 2)))
        {
            return false;
        }

        ref readonly var last = ref At(--count);
        others.Add(pool, last.Time, last.Round, last.SentAt, last.Id).TakeContent(in last);
        return true;
    }

    // Begins anew at the first place, in at least as much storage.
    private void Grow(int capacity)
    {
        var larger = pool.Rent(capacity);
        var end = run.AsSpan(head);
        end.CopyTo(larger);
        run.AsSpan(0, head).CopyTo(larger.AsSpan(end.Length));
        pool.Return(run);
        run = larger;
        head = 0;
    }
}
