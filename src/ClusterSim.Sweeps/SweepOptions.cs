namespace ClusterSim.Sweeps;

/// <summary>How a sweep is run. None of it changes a result.</summary>
public sealed record SweepOptions
{
    /// <summary>How many points run at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether points that failed before are run again.</summary>
    public bool RetryFailed { get; init; }
}
