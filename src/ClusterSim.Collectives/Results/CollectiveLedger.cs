using System.Collections.Concurrent;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Results;

/// <summary>
/// Puts together what the ranks of each collective did. Shared by all NPUs of a process: what it keeps (the first beginning,
/// the last end, the lowest rank's node) does not depend on who comes first, and it is asked twice a collective, not a message.
/// </summary>
public sealed class CollectiveLedger
{
    private readonly ConcurrentDictionary<(int Group, long FirstStream), CollectiveTally> records = new();

    /// <summary>The collectives of all ranks so far, in order of their beginning, then of their group and first stream.</summary>
    public IReadOnlyList<CollectiveRecord> Records() =>
        [.. Entries().OrderBy(entry => entry.Record.Start).ThenBy(entry => entry.Group).ThenBy(entry => entry.FirstStream)
            .Select(entry => entry.Record)];

    /// <summary>The collectives with what they are known by, in no particular order.</summary>
    public IEnumerable<LedgerEntry> Entries() =>
        records.Select(pair => new LedgerEntry(pair.Key.Group, pair.Key.FirstStream, pair.Value.Record));

    /// <summary>Puts what ranks on another node did of a collective together with what those here did.</summary>
    public void Merge(LedgerEntry entry) =>
        records.GetOrAdd((entry.Group, entry.FirstStream), static _ => new CollectiveTally()).Merge(entry.Record);

    internal void Begin(int npu, RunningCollective collective, IReadOnlyList<PhaseDimension> dimensions) =>
        records.GetOrAdd(KeyOf(collective), static _ => new CollectiveTally()).Begin(npu, collective, dimensions);

    internal void End(RunningCollective collective, SimTime now) => records[KeyOf(collective)].End(now);

    private static (int Group, long FirstStream) KeyOf(RunningCollective collective) =>
        (collective.Call.Group?.Id ?? -1, collective.FirstStream);
}
