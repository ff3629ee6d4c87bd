using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Set;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>A collective as a node of the trace calls it.</summary>
/// <param name="Node">The node's index.</param>
/// <param name="NodeId">The node's id in the trace.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Size">What this NPU brings, already scaled; of a scatter, what the root does, and of a barrier, each message.</param>
/// <param name="Priority">The node's priority.</param>
/// <param name="Group">The group that runs it; null: all NPUs.</param>
/// <param name="InvolvedDimensions">The dimensions that it uses, bit by bit; groups ignore it.</param>
/// <param name="Root">Its root, where it has one: the place in the group as listed, or the NPU where all take part.</param>
internal readonly record struct CollectiveCall(
    int Node, ulong NodeId, CollectiveKind Kind, ByteSize Size, long Priority, ProcessGroup? Group, uint InvolvedDimensions, int Root);
