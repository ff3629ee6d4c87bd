using System.Runtime.InteropServices;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Workload.Graph;

/// <summary>One node of an execution graph. Which members mean something follows from the kind.</summary>
// Auto: the runtime orders the fields, which saves 8 of 72 bytes of each of up to millions of nodes.
[StructLayout(LayoutKind.Auto)]
public readonly record struct TraceNode
{
    public TraceNode()
    {
    }

    /// <summary>The id in the trace; unique within the graph.</summary>
    public required ulong Id { get; init; }

    public required NodeKind Kind { get; init; }

    /// <summary>Whether the node runs on the host's processor. False by default.</summary>
    public bool IsCpuOperation { get; init; }

    /// <summary>What a collective does.</summary>
    public CollectiveKind Collective { get; init; }

    /// <summary>How long the node took when it was recorded; 0 if the trace does not say.</summary>
    public SimDuration Duration { get; init; }

    /// <summary>The tensor's size (compute, memory) or the message's (send, receive, collective).</summary>
    public ByteSize Size { get; init; }

    /// <summary>Floating-point operations of a compute node.</summary>
    public long Operations { get; init; }

    /// <summary>
    /// The NPU (in a custom collective: the rank) that a send goes to or a receive comes from. Of a collective with a root, the
    /// root: its place in the group as listed, or its NPU where all take part. 0 by default.
    /// </summary>
    public int Peer { get; init; }

    /// <summary>What a send and its receive must agree on, beside their peers and size. 0 by default.</summary>
    public long Tag { get; init; }

    /// <summary>Higher goes first, under the policy EXPLICIT. 0 by default.</summary>
    public int Priority { get; init; }

    /// <summary>Index into <see cref="ExecutionGraph.GroupNames"/>, or -1, the default: all NPUs.</summary>
    public int Group { get; init; } = -1;

    /// <summary>
    /// The network dimensions that a collective uses, bit d for dimension d. All by default; dimensions that a trace does
    /// not list are used too.
    /// </summary>
    public uint InvolvedDimensions { get; init; } = uint.MaxValue;
}
