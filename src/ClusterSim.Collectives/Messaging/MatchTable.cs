using System.Runtime.CompilerServices;
using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Messaging;

/// <summary>
/// Matches the chunks that arrive at an NPU with the receives that it posts: by key, and first come first served among
/// equals. An open-addressed table, since it is asked twice a message; keys that nothing waits under are dropped when it
/// would have to grow. The first receive that waits lies in the entry itself, so that a message costs one line of cache.
/// </summary>
internal sealed class MatchTable
{
    private readonly QueuePool<Continuation> further = new();
    private Entry[] entries = new Entry[4];
    private int used;

    /// <summary>Notes a chunk's arrival.</summary>
    /// <returns>Whether a receive waited for it; <paramref name="next"/> follows.</returns>
    public bool Arrive(in TransferKey key, out Continuation next)
    {
        ref var entry = ref Find(in key);
        if (entry.Surplus >= 0)
        {
            entry.Surplus++;
            next = default;
            return false;
        }

        next = entry.FirstWaiter;
        entry.Surplus++;
        entry.FirstWaiter = entry.Surplus < 0 ? further.Take(ref entry.Further) : default;
        return true;
    }

    /// <summary>Posts a receive.</summary>
    /// <returns>Whether a chunk had arrived for it; if not, <paramref name="next"/> waits.</returns>
    public bool Post(in TransferKey key, in Continuation next)
    {
        ref var entry = ref Find(in key);
        entry.Surplus--;
        if (entry.Surplus >= 0)
        {
            return true;
        }

        if (entry.Surplus == -1)
        {
            entry.FirstWaiter = next;
        }
        else
        {
            further.Add(ref entry.Further, in next);
        }

        return false;
    }

    /// <summary>Chunks that no receive was posted for, one by one.</summary>
    public IEnumerable<TransferKey> Unreceived() =>
        entries.Where(entry => entry.Surplus > 0).SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Surplus));

    /// <summary>Receives that wait for a chunk, with what would follow.</summary>
    public IEnumerable<(TransferKey Key, Continuation Next)> Unmatched() =>
        from entry in entries
        where entry.Surplus < 0
        from next in further.All(entry.Further).Prepend(entry.FirstWaiter)
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

            if (entry.Is(in key))
            {
                return ref entry;
            }
        }
    }

    private ref Entry Insert(in TransferKey key, int place)
    {
        // At most three quarters full, so that a search ends soon.
        if ((used + 1) * 4 > entries.Length * 3)
        {
            Rebuild();
            return ref Find(in key);
        }

        used++;
        entries[place] = new Entry(in key);
        return ref entries[place];
    }

    private void Rebuild()
    {
        var old = entries;
        var live = 0;
        foreach (ref readonly var entry in old.AsSpan())
        {
            live += entry.Surplus == 0 ? 0 : 1;
        }

        entries = new Entry[live * 2 < old.Length ? old.Length : old.Length * 2];
        used = 0;
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.Surplus != 0)
            {
                Find(entry.Key) = entry;
            }
        }
    }

    private struct Entry
    {
        /// <summary>Chunks that arrived more than were asked for; negative: the receives that wait.</summary>
        public int Surplus;
        public Continuation FirstWaiter;
        public QueuePool<Continuation>.Queue Further;

        private readonly long tag;
        private readonly long size;
        private readonly int peer;
        private readonly MessageClass messageClass;

        public Entry(in TransferKey key)
        {
            tag = key.Tag;
            size = key.Size.Bytes;
            peer = key.Peer;
            messageClass = key.Class;
            IsUsed = true;
        }

        public readonly bool IsUsed { get; }

        public readonly TransferKey Key => new(messageClass, peer, tag, new ByteSize(size));

        public readonly bool Is(in TransferKey key) =>
            tag == key.Tag && size == key.Size.Bytes && peer == key.Peer && messageClass == key.Class;
    }
}
