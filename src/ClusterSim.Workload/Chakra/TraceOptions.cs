namespace ClusterSim.Workload.Chakra;

/// <summary>What is wanted of a trace.</summary>
public sealed record TraceOptions
{
    /// <summary>
    /// Whether every node will only last its recorded duration. Then nodes may lack what they would communicate by, and
    /// collectives may be of any kind. False by default.
    /// </summary>
    public bool ReplayOnly { get; init; }

    /// <summary>
    /// Whether the process groups that are handed over are all that there are. If not, as when a file of them has mistakes,
    /// a group that is not defined is no mistake of the trace that names it. True by default.
    /// </summary>
    public bool HasAllGroups { get; init; } = true;

    /// <summary>Whether there is a remote memory. If not, a node that accesses it is a mistake. True by default.</summary>
    public bool HasRemoteMemory { get; init; } = true;

    /// <summary>Whether broadcasts will be simulated, and must say how large they are. False by default: they last as recorded.</summary>
    public bool SimulatesBroadcasts { get; init; }

    /// <summary>
    /// Whether to keep which tensors nodes read and write (<see cref="Graph.ExecutionGraph.Tensors"/>). False by default.
    /// </summary>
    public bool TrackTensors { get; init; }
}
