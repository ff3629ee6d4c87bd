namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>What an NPU does, as the timeline shows it; in its order.</summary>
internal enum Lane
{
    /// <summary>Compute nodes.</summary>
    Compute,

    /// <summary>Collectives, sends and receives.</summary>
    Communication,

    /// <summary>Accesses to a memory.</summary>
    Memory,
}
