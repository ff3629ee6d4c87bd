using System.Runtime.CompilerServices;
using ClusterSim.Collectives.Npu;

namespace ClusterSim.Collectives.Messaging;

/// <summary>
/// Matches the chunks that arrive at an NPU with the receives that it posts: by key, and first come first served among
/// equals. An open-addressed table, since it is asked twice a message; keys that nothing waits under are dropped when it
/// would have to grow.
/// </summary>
internal sealed class MatchTable
{
    private const int None = -1;

    private Entry[] entries = NewEntries(4);
    private Waiter[] waiters = new Waiter[4];
    private int usedEntries;
    private int usedWaiters;
    private int freeWaiter = None;

    /// <summary>Notes a chunk's arrival.</summary>
    /// <returns>Whether a receive waited for it; <paramref name="next"/> follows.</returns>
    public bool Arrive(in TransferKey key, out Continuation next)
    {
        ref var entry = ref Find(in key);
        if (entry.FirstWaiter == None)
        {
            entry.Arrived++;
            next = default;
            return false;
        }

        next = TakeWaiter(ref entry);
        return true;
    }

    /// <summary>Posts a receive.</summary>
    /// <returns>Whether a chunk had arrived for it; if not, <paramref name="next"/> waits.</returns>
    public bool Post(in TransferKey key, in Continuation next)
    {
        ref var entry = ref Find(in key);
        if (entry.Arrived > 0)
        {
            entry.Arrived--;
            return true;
        }

        AddWaiter(ref entry, in next);
        return false;
    }

    /// <summary>Chunks that no receive was posted for, with how many there are.</summary>
    public IEnumerable<(TransferKey Key, int Count)> Unreceived() =>
        entries.Where(entry => entry.IsUsed && entry.Arrived > 0).Select(entry => (entry.Key, entry.Arrived));

    /// <summary>Receives that wait for a chunk, with what would follow.</summary>
    public IEnumerable<(TransferKey Key, Continuation Next)> Unmatched()
    {
        foreach (var entry in entries.Where(entry => entry.IsUsed))
        {
            for (var waiter = entry.FirstWaiter; waiter != None; waiter = waiters[waiter].Following)
            {
                yield return (entry.Key, waiters[waiter].Next);
            }
        }
    }

    private static Entry[] NewEntries(int capacity)
    {
        var made = new Entry[capacity];
        Array.Fill(made, new Entry { FirstWaiter = None, LastWaiter = None });
        return made;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(in TransferKey key)
    {
        unchecked
        {
            var mixed = ((ulong)key.Tag * 0x9E3779B97F4A7C15) ^ ((ulong)key.Size.Bytes * 0xC2B2AE3D27D4EB4F)
                ^ ((ulong)(uint)key.Peer * 0x165667B19E3779F9) ^ ((ulong)key.Class << 60);
            return (int)((mixed * 0x9E3779B97F4A7C15) >> 33);
        }
    }

    private ref Entry Find(in TransferKey key)
    {
        var mask = entries.Length - 1;
        for (var place = Hash(in key) & mask; ; place = (place + 1) & mask)
        {
            ref var entry = ref entries[place];
            if (!entry.IsUsed)
            {
                return ref Insert(in key, place);
            }

            if (entry.Key == key)
            {
                return ref entry;
            }
        }
    }

    private ref Entry Insert(in TransferKey key, int place)
    {
        // At most three quarters full, so that a search ends soon.
        if ((usedEntries + 1) * 4 > entries.Length * 3)
        {
            Rebuild();
            return ref Find(in key);
        }

        usedEntries++;
        entries[place].IsUsed = true;
        entries[place].Key = key;
        return ref entries[place];
    }

    private void Rebuild()
    {
        var old = entries;
        var live = old.Count(entry => entry.IsLive);
        entries = NewEntries(live * 2 < old.Length ? old.Length : old.Length * 2);
        usedEntries = 0;
        foreach (var entry in old.Where(entry => entry.IsLive))
        {
            Find(in entry.Key) = entry;
        }
    }

    private void AddWaiter(ref Entry entry, in Continuation next)
    {
        var waiter = StoreWaiter(in next);
        if (entry.FirstWaiter == None)
        {
            entry.FirstWaiter = waiter;
        }
        else
        {
            waiters[entry.LastWaiter].Following = waiter;
        }

        entry.LastWaiter = waiter;
    }

    private Continuation TakeWaiter(ref Entry entry)
    {
        var waiter = entry.FirstWaiter;
        var next = waiters[waiter].Next;
        entry.FirstWaiter = waiters[waiter].Following;
        waiters[waiter] = new Waiter { Following = freeWaiter };
        freeWaiter = waiter;
        return next;
    }

    private int StoreWaiter(in Continuation next)
    {
        int place;
        if (freeWaiter != None)
        {
            place = freeWaiter;
            freeWaiter = waiters[place].Following;
        }
        else
        {
            if (usedWaiters == waiters.Length)
            {
                Array.Resize(ref waiters, usedWaiters * 2);
            }

            place = usedWaiters++;
        }

        waiters[place] = new Waiter { Next = next, Following = None };
        return place;
    }

    private struct Entry
    {
        public TransferKey Key;
        public int Arrived;
        public int FirstWaiter;
        public int LastWaiter;
        public bool IsUsed;

        public readonly bool IsLive => IsUsed && (Arrived > 0 || FirstWaiter != None);
    }

    private struct Waiter
    {
        public Continuation Next;
        public int Following;
    }
}
