using ClusterSim.Core.Collectives;

namespace ClusterSim.Workload.Collectives;

/// <summary>What kinds of collective are called, and which of them a simulation can run.</summary>
public static class CollectiveNames
{
    /// <summary>
    /// The kinds whose communication can be simulated: all but <see cref="CollectiveKind.ReduceScatterBlock"/>, MPI's name of what is a
    /// reduce-scatter here. Broadcasts of traces last as recorded, unless a system says how they are run.
    /// </summary>
    public static IReadOnlyList<CollectiveKind> Simulated { get; } =
    [
        CollectiveKind.AllReduce,
        CollectiveKind.AllGather,
        CollectiveKind.AllToAll,
        CollectiveKind.ReduceScatter,
        CollectiveKind.Broadcast,
        CollectiveKind.Reduce,
        CollectiveKind.Gather,
        CollectiveKind.Scatter,
        CollectiveKind.Barrier,
    ];

    /// <summary>Whether collectives of a kind can be simulated.</summary>
    public static bool CanSimulate(CollectiveKind kind) => Simulated.Contains(kind);

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
