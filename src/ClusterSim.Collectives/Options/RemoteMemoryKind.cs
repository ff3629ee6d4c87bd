namespace ClusterSim.Collectives.Options;

/// <summary>Who shares a remote memory.</summary>
public enum RemoteMemoryKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Every NPU has its own.</summary>
    PerNpu,

    /// <summary>The NPUs of a node share one; it serves one access at a time.</summary>
    PerNode,

    /// <summary>All NPUs share one; it serves one access at a time.</summary>
    Pool,
}
