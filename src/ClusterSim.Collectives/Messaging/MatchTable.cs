using System.Runtime.CompilerServices;
using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Messaging;

/// <summary>
/// Matches the chunks that arrive at an NPU with the receives that it posts: by key, and first come first served among
/// equals. An open-addressed table of what waits on either side, since it is asked twice a message; an entry is 40 bytes with
/// the first receive that waits in it, so that a message costs one line of cache.
/// </summary>
internal sealed class MatchTable
{
    // A growing table leaves its old arrays behind as garbage; growing fast leaves little.
    private const int Growth = 4;

    private Entry[] entries = new Entry[4];
    private int used;

    // Receives behind the first of their key, which hardly ever occur.
    private Dictionary<TransferKey, Queue<Continuation>>? further;

    /// <summary>Notes a chunk's arrival.</summary>
    /// <returns>Whether a receive waited for it; <paramref name="next"/> follows.</returns>
    public bool Arrive(in TransferKey key, out Continuation next)
    {
        var place = Find(in key);
        ref var entry = ref entries[place];
        if (entry.Surplus >= 0)
        {
            next = default;
            Occupy(in key, place).Surplus++;
            return false;
        }

        next = entry.FirstWaiter;
        entry.Surplus++;
        if (entry.Surplus == 0)
        {
            Vacate(place);
        }
        else
        {
            entry.FirstWaiter = further![key].Dequeue();
        }

        return true;
    }

    /// <summary>Posts a receive.</summary>
    /// <returns>Whether a chunk had arrived for it; if not, <paramref name="next"/> waits.</returns>
    public bool Post(in TransferKey key, in Continuation next)
    {
        var place = Find(in key);
        if (entries[place].Surplus > 0)
        {
            entries[place].Surplus--;
            if (entries[place].Surplus == 0)
            {
                Vacate(place);
            }

            return true;
        }

        ref var entry = ref Occupy(in key, place);
        if (entry.Surplus == 0)
        {
            entry.FirstWaiter = next;
        }
        else
        {
            AddFurther(in key, in next);
        }

        entry.Surplus--;
        return false;
    }

    /// <summary>Chunks that no receive was posted for, one by one.</summary>
    public IEnumerable<TransferKey> Unreceived() =>
        entries.Where(entry => entry.Surplus > 0).SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Surplus));

    /// <summary>Receives that wait for a chunk, with what would follow.</summary>
    public IEnumerable<(TransferKey Key, Continuation Next)> Unmatched() =>
        from entry in entries
        where entry.Surplus < 0
        from next in FurtherOf(entry.Key).Prepend(entry.FirstWaiter)
        select (entry.Key, next);

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

    // The place of a key, or the free one where it belongs.
    private int Find(in TransferKey key)
    {
        var mask = entries.Length - 1;
        var place = Hash(in key) & mask;
        while (entries[place].IsUsed && !entries[place].Is(in key))
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private ref Entry Occupy(in TransferKey key, int place)
    {
        if (entries[place].IsUsed)
        {
            return ref entries[place];
        }

        // At most three quarters full, so that a search ends soon.
        if ((used + 1) * 4 > entries.Length * 3)
        {
            Grow();
            place = Find(in key);
        }

        used++;
        ref var entry = ref entries[place];
        entry.Use(in key);
        return ref entry;
    }

    private void Grow()
    {
        var old = entries;
        entries = new Entry[old.Length * Growth];
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.IsUsed)
            {
                entries[Find(entry.Key)] = entry;
            }
        }
    }

    // Closes the gap, so that searches that pass this place still find what lies behind it.
    private void Vacate(int gap)
    {
        used--;
        var mask = entries.Length - 1;
        for (var place = (gap + 1) & mask; entries[place].IsUsed; place = (place + 1) & mask)
        {
            var home = Hash(entries[place].Key) & mask;
            if (((place - home) & mask) >= ((place - gap) & mask))
            {
                entries[gap] = entries[place];
                gap = place;
            }
        }

        entries[gap] = default;
    }

    private void AddFurther(in TransferKey key, in Continuation next)
    {
        further ??= [];
        if (!further.TryGetValue(key, out var queue))
        {
            queue = new Queue<Continuation>();
            further.Add(key, queue);
        }

        queue.Enqueue(next);
    }

    private Queue<Continuation> FurtherOf(TransferKey key) =>
        further is not null && further.TryGetValue(key, out var queue) ? queue : new Queue<Continuation>();

    private struct Entry
    {
        public Continuation FirstWaiter;

        /// <summary>Chunks that arrived more than were asked for; negative: the receives that wait.</summary>
        public int Surplus;

        private const int ClassBits = 2;

        private long tag;
        private long size;

        // Peer and class, counted from 1, so that a free entry is all zeroes.
        private int ends;

        public readonly bool IsUsed => ends != 0;

        public readonly TransferKey Key =>
            new((MessageClass)((ends - 1) & ((1 << ClassBits) - 1)), (ends - 1) >> ClassBits, tag, new ByteSize(size));

        public readonly bool Is(in TransferKey key) => tag == key.Tag && size == key.Size.Bytes && ends == EndsOf(in key);

        /// <summary>Takes a free entry for a key.</summary>
        public void Use(in TransferKey key)
        {
            tag = key.Tag;
            size = key.Size.Bytes;
            ends = EndsOf(in key);
            Surplus = 0;
        }

        private static int EndsOf(in TransferKey key) => ((key.Peer << ClassBits) | (int)key.Class) + 1;
    }
}
