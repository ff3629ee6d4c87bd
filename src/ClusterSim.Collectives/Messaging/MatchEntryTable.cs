using System.Runtime.CompilerServices;

namespace ClusterSim.Collectives.Messaging;

/// <summary>Entries by key, in an open-addressed table. A struct, so that it costs its owner no other object.</summary>
internal struct MatchEntryTable()
{
    // A growing table leaves its old arrays behind as garbage; growing fast leaves little.
    private const int Growth = 4;
    private const int SmallestCapacity = 4;

    private MatchEntry[] entries = [];
    private int used;

    /// <summary>All entries.</summary>
    public readonly IEnumerable<MatchEntry> Used => entries.Where(entry => entry.IsUsed);

    /// <summary>The entry at a place.</summary>
    public readonly ref MatchEntry this[int place] => ref entries[place];

    /// <summary>The place of a key; if it has no entry, the complement of the place where it belongs.</summary>
    public readonly int Find(in TransferKey key)
    {
        if (entries.Length == 0)
        {
            return ~0;
        }

        var place = Probe(in key);
        return entries[place].IsUsed ? place : ~place;
    }

    /// <summary>A new entry for a key that has none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="place">Where <see cref="Find"/> has said that it belongs.</param>
    public ref MatchEntry Add(in TransferKey key, int place)
    {
        // At most three quarters full, so that a search ends soon.
        if ((used + 1) * 4 > entries.Length * 3)
        {
            Grow();
            place = Probe(in key);
        }

        used++;
        ref var entry = ref entries[place];
        entry.Use(in key);
        return ref entry;
    }

    /// <summary>Removes the entry at a place, and closes the gap, so that searches that pass it still find what lies behind.</summary>
    public void Remove(int gap)
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

        entries[gap].Free();
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

    // The place of a key, or the free one where it belongs.
    private readonly int Probe(in TransferKey key)
    {
        var mask = entries.Length - 1;
        var place = Hash(in key) & mask;
        while (entries[place].IsUsed && !entries[place].Is(in key))
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        var old = entries;
        entries = new MatchEntry[Math.Max(SmallestCapacity, old.Length * Growth)];
        foreach (ref readonly var entry in old.AsSpan())
        {
            if (entry.IsUsed)
            {
                entries[Probe(entry.Key)] = entry;
            }
        }
    }
}
