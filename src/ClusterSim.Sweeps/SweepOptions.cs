namespace ClusterSim.Sweeps;

/// <summary>How a sweep is run. None of it changes a result.</summary>
public sealed record SweepOptions
{
    /// <summary>Whether points that failed before are run again.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>How long the sweep waits while there is nobody to run its points.</summary>
    public TimeSpan WorkerTimeout { get; init; } = TimeSpan.FromMinutes(30);
}
