using ClusterSim.Engine;
using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Simulation;

/// <summary>How a simulation is run. None of it changes the result.</summary>
public sealed record RunOptions
{
    /// <summary>How long partitions usually may show no progress.</summary>
    public static TimeSpan DefaultSilenceTimeout { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Into how many partitions the actors are split, at most; null: as many as pay, up to the machine's cores.</summary>
    public int? Partitions { get; init; }

    public Transport Transport { get; init; } = Transport.Fast;

    /// <summary>Records the run; null: nothing does.</summary>
    public RunTrace? Trace { get; init; }

    /// <summary>How long a partition may show no progress before the run is given up.</summary>
    public TimeSpan SilenceTimeout { get; init; } = DefaultSilenceTimeout;
}
