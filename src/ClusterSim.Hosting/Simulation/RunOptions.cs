using ClusterSim.Engine;

namespace ClusterSim.Hosting.Simulation;

/// <summary>How a simulation is run. None of it changes the result.</summary>
public sealed record RunOptions
{
    /// <summary>Into how many partitions the actors are split, at most; null: as many as pay, up to the machine's cores.</summary>
    public int? Partitions { get; init; }

    public Transport Transport { get; init; } = Transport.Fast;

    /// <summary>How long a partition may show no progress before the run is given up.</summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
