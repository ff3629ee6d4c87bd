namespace ClusterSim.Inspection.Paths;

/// <summary>What the time on a critical path was spent on.</summary>
public enum PathKind
{
    /// <summary>A compute node of the trace.</summary>
    Compute,

    /// <summary>An access to a memory, with what it waited for a shared one.</summary>
    Memory,

    /// <summary>Communication whose recorded duration was replayed.</summary>
    Replayed,

    /// <summary>The endpoint delay of a packet.</summary>
    Endpoint,

    /// <summary>The reduction of a packet.</summary>
    Reduction,

    /// <summary>A compute node of a custom collective.</summary>
    CollectiveCompute,

    /// <summary>A chunk waited for a link.</summary>
    Queueing,

    /// <summary>A link sent a chunk: size / bandwidth.</summary>
    Serialisation,

    /// <summary>A chunk was on its way.</summary>
    Latency,
}
