using ClusterSim.Collectives.Npu;

namespace ClusterSim.Collectives.Messaging;

/// <summary>
/// Matches the chunks that arrive at an NPU with the receives that it posts: by key, and first come first served among
/// equals. It is asked twice a message.
/// </summary>
internal sealed class MatchTable
{
    private const int InSingle = int.MaxValue;

    // A ring waits for one key at a time, and so needs no table.
    private MatchEntry single;
    private MatchEntryTable table = new();

    // Receives behind the first of their key, which hardly ever occur.
    private Dictionary<TransferKey, Queue<Continuation>>? further;

    private IEnumerable<MatchEntry> Entries => single.IsUsed ? table.Used.Prepend(single) : table.Used;

    /// <summary>Notes a chunk's arrival.</summary>
    /// <returns>Whether a receive waited for it; <paramref name="next"/> follows.</returns>
    public bool Arrive(in TransferKey key, out Continuation next)
    {
        var place = Find(in key);
        if (place < 0)
        {
            next = default;
            Add(in key, ~place).Surplus = 1;
            return false;
        }

        ref var entry = ref At(place);
        next = entry.FirstWaiter;
        entry.Surplus++;
        if (entry.Surplus == 0)
        {
            Remove(place);
            return true;
        }

        if (entry.Surplus > 0)
        {
            return false;
        }

        entry.FirstWaiter = further![key].Dequeue();
        return true;
    }

    /// <summary>Posts a receive.</summary>
    /// <returns>Whether a chunk had arrived for it; if not, <paramref name="next"/> waits.</returns>
    public bool Post(in TransferKey key, in Continuation next)
    {
        var place = Find(in key);
        if (place < 0)
        {
            ref var added = ref Add(in key, ~place);
            added.FirstWaiter = next;
            added.Surplus = -1;
            return false;
        }

        ref var entry = ref At(place);
        entry.Surplus--;
        if (entry.Surplus < 0)
        {
            AddFurther(in key, in next);
            return false;
        }

        if (entry.Surplus == 0)
        {
            Remove(place);
        }

        return true;
    }

    /// <summary>Chunks that no receive was posted for, one by one.</summary>
    public IEnumerable<TransferKey> Unreceived() =>
        Entries.Where(entry => entry.Surplus > 0).SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Surplus));

    /// <summary>Receives that wait for a chunk, with what would follow.</summary>
    public IEnumerable<(TransferKey Key, Continuation Next)> Unmatched() =>
        from entry in Entries
        where entry.Surplus < 0
        from next in FurtherOf(entry.Key).Prepend(entry.FirstWaiter)
        select (entry.Key, next);

    // The complement of a place if nothing waits under the key.
    private int Find(in TransferKey key) => single.Is(in key) ? InSingle : table.Find(in key);

    private ref MatchEntry At(int place) => ref place == InSingle ? ref single : ref table[place];

    private ref MatchEntry Add(in TransferKey key, int place)
    {
        if (single.IsUsed)
        {
            return ref table.Add(in key, place);
        }

        single.Use(in key);
        return ref single;
    }

    private void Remove(int place)
    {
        if (place == InSingle)
        {
            single.Free();
        }
        else
        {
            table.Remove(place);
        }
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
}
