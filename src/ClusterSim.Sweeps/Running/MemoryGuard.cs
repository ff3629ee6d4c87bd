namespace ClusterSim.Sweeps.Running;

/// <summary>
/// Watches the memory of a process in which several points run, of several sweeps perhaps. What a single one of them takes cannot be told,
/// so it is bounded what they take together, and where that is more, the one that was estimated to need most has to end.
/// </summary>
/// <param name="slots">How many points run at once.</param>
/// <param name="limitBytes">What the process may take for all of them; null: there is no limit.</param>
internal sealed class MemoryGuard(int slots, long? limitBytes)
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private readonly long before = GC.GetTotalMemory(forceFullCollection: false);

    /// <summary>What the process may take for all points, in bytes; null: there is no limit.</summary>
    public long? LimitBytes => limitBytes;

    /// <summary>A point begins. Disposing says that it has ended.</summary>
    /// <param name="estimate">What it is estimated to need, in bytes.</param>
    /// <param name="limit">What it may take; null: as much as it likes.</param>
    /// <param name="end">Ends it.</param>
    public Entry Enter(long estimate, long? limit, Action end)
    {
        var entry = new Entry(this, estimate, limit, end);
        lock (gate)
        {
            entries.Add(entry);
        }

        return entry;
    }

    /// <summary>Looks at the memory, and ends a point where it is too much.</summary>
    public void Look()
    {
        if (Outgrown(GC.GetTotalMemory(forceFullCollection: false)) is not null)
        {
            // What is left lying by points that have ended is no reason to end one.
            GC.Collect();
            Look(GC.GetTotalMemory(forceFullCollection: false));
        }
    }

    /// <summary>The same, for a certain amount of memory.</summary>
    internal void Look(long bytes)
    {
        lock (gate)
        {
            // One that was chosen may take a moment to end; meanwhile no other has to.
            if (Outgrown(bytes) is { } bound && entries.Count > 0 && !entries.Exists(entry => entry.Outgrown is not null))
            {
                entries.MaxBy(entry => entry.Estimate)!.Choose(bound);
            }
        }
    }

    private MemoryBound? Outgrown(long bytes)
    {
        lock (gate)
        {
            var grown = bytes - before;
            return grown > limitBytes ? MemoryBound.Process
                : grown > LimitOfPoints() ? MemoryBound.Points
                : null;
        }
    }

    // Where a point runs that may take as much as it likes, nobody can tell that the others take too much.
    private long? LimitOfPoints() =>
        entries.Count > 0 && entries.TrueForAll(entry => entry.Limit is not null) ? slots * entries.Max(entry => entry.Limit) : null;

    /// <summary>A point that runs.</summary>
    internal sealed class Entry(MemoryGuard guard, long estimate, long? limit, Action end) : IDisposable
    {
        public long Estimate => estimate;

        public long? Limit => limit;

        /// <summary>Why it has to end for the others; null: it need not.</summary>
        public MemoryBound? Outgrown { get; private set; }

        public void Choose(MemoryBound bound)
        {
            Outgrown = bound;
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
