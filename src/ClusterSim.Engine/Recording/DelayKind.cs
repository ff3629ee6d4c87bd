namespace ClusterSim.Engine.Recording;

/// <summary>What an NPU spends a delay of its own on.</summary>
public enum DelayKind : byte
{
    /// <summary>A node of its trace: compute, or an access to a memory of its own.</summary>
    Node,

    /// <summary>The endpoint delay of a packet.</summary>
    Endpoint,

    /// <summary>The reduction of a packet with what is here.</summary>
    Reduction,

    /// <summary>A compute node of a custom collective.</summary>
    Wait,
}
