using ClusterSim.Core.Collectives;

namespace ClusterSim.Workload.Collectives;

/// <summary>What kinds of collective are called, and which of them a simulation can run.</summary>
public static class CollectiveNames
{
    /// <summary>The kinds whose communication is simulated.</summary>
    public static IReadOnlyList<CollectiveKind> Simulated { get; } =
        [CollectiveKind.AllReduce, CollectiveKind.AllGather, CollectiveKind.AllToAll, CollectiveKind.ReduceScatter];

    /// <summary>The kinds that a trace may have: those that are simulated, and broadcasts, which last as long as recorded.</summary>
    public static IReadOnlyList<CollectiveKind> Replayable { get; } = [.. Simulated, CollectiveKind.Broadcast];

    /// <summary>Whether a trace may have collectives of a kind.</summary>
    public static bool CanReplay(CollectiveKind kind) => Replayable.Contains(kind);

    /// <summary>The name in system files and experiments: <c>all-reduce</c>.</summary>
    public static string InFiles(CollectiveKind kind) => kind switch
    {
        CollectiveKind.AllReduce => "all-reduce",
        CollectiveKind.Reduce => "reduce",
        CollectiveKind.AllGather => "all-gather",
        CollectiveKind.Gather => "gather",
        CollectiveKind.Scatter => "scatter",
        CollectiveKind.Broadcast => "broadcast",
        CollectiveKind.AllToAll => "all-to-all",
        CollectiveKind.ReduceScatter => "reduce-scatter",
        CollectiveKind.ReduceScatterBlock => "reduce-scatter-block",
        CollectiveKind.Barrier => "barrier",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The name in Chakra's schema: <c>ALL_REDUCE</c>.</summary>
    public static string InTraces(CollectiveKind kind) => InFiles(kind).ToUpperInvariant().Replace('-', '_');
}
