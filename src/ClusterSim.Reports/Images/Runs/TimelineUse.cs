namespace ClusterSim.Reports.Images.Runs;

/// <summary>What an image of the timeline tells apart, from below.</summary>
internal enum TimelineUse
{
    /// <summary>Communication without compute.</summary>
    Exposed,

    /// <summary>Waiting for what never came.</summary>
    Never,

    /// <summary>Accesses to a memory, with neither.</summary>
    Memory,

    /// <summary>Compute, whatever goes on besides.</summary>
    Compute,

    /// <summary>Nothing, and the NPU has not finished.</summary>
    Idle,
}
