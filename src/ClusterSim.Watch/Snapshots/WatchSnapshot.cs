namespace ClusterSim.Watch.Snapshots;

/// <summary>All that the page shows at a moment. Each is whole: whoever misses some needs only the next.</summary>
public sealed record WatchSnapshot
{
    /// <summary>The name of the experiment or the sweep.</summary>
    public required string Title { get; init; }

    public required WatchState State { get; init; }

    /// <summary>What it came to, a sentence; null: it has not ended.</summary>
    public string? Outcome { get; init; }

    /// <summary>How long it has taken until now, or took.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>How far the run is; null: a sweep is watched.</summary>
    public RunFigures? Run { get; init; }

    /// <summary>How far the sweep is; null: a run is watched.</summary>
    public SweepFigures? Sweep { get; init; }
}
