namespace ClusterSim.Sweeps.Running;

/// <summary>
/// Watches the memory of a process in which several points run. What a single one of them takes cannot be told, so together they may take
/// as often the limit as there are slots, and where they take more, the one that was estimated to need most has to end.
/// </summary>
/// <param name="limitBytes">What each point may take; null: there is no limit.</param>
/// <param name="slots">How many points run at once.</param>
internal sealed class MemoryGuard(long? limitBytes, int slots)
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private readonly long before = GC.GetTotalMemory(forceFullCollection: false);

    /// <summary>A point begins. Disposing says that it has ended.</summary>
    /// <param name="estimate">What it is estimated to need, in bytes.</param>
    /// <param name="end">Ends it.</param>
    public Entry Enter(long estimate, Action end)
    {
        var entry = new Entry(this, estimate, end);
        lock (gate)
        {
            entries.Add(entry);
        }

        return entry;
    }

    /// <summary>Looks at the memory, and ends a point where it is too much.</summary>
    public void Look() => Look(GC.GetTotalMemory(forceFullCollection: false));

    /// <summary>The same, for a certain amount of memory.</summary>
    internal void Look(long bytes)
    {
        if (limitBytes is not { } limit || bytes - before <= limit * slots)
        {
            return;
        }

        lock (gate)
        {
            // One that was chosen may take a moment to end; meanwhile no other has to.
            if (entries.Count > 0 && !entries.Exists(entry => entry.IsChosen))
            {
                entries.MaxBy(entry => entry.Estimate)!.Choose();
            }
        }
    }

    /// <summary>A point that runs.</summary>
    internal sealed class Entry(MemoryGuard guard, long estimate, Action end) : IDisposable
    {
        public long Estimate => estimate;

        /// <summary>Whether it has to end for the others.</summary>
        public bool IsChosen { get; private set; }

        public void Choose()
        {
            IsChosen = true;
            end();
        }

        public void Dispose()
        {
            lock (guard.gate)
            {
                guard.entries.Remove(this);
            }
        }
    }
}
