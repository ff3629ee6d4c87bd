namespace ClusterSim.Collectives.Replay;

/// <summary>What a node holds while it runs; an NPU runs one node a slot.</summary>
internal enum Slot
{
    /// <summary>Nodes that are CPU operations.</summary>
    Cpu,

    /// <summary>Compute nodes of the NPU.</summary>
    Compute,

    /// <summary>Communication and memory nodes.</summary>
    Communication,

    /// <summary>Receives need no slot; any number runs at once.</summary>
    None,
}
