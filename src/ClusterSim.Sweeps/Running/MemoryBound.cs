namespace ClusterSim.Sweeps.Running;

/// <summary>What a process has outgrown.</summary>
internal enum MemoryBound
{
    /// <summary>What its points may take by the limits of their sweeps.</summary>
    Points,

    /// <summary>What the process may take.</summary>
    Process,
}
