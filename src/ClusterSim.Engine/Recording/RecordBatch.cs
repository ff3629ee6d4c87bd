namespace ClusterSim.Engine.Recording;

/// <summary>What one partition has recorded since its last batch.</summary>
/// <param name="Messages">The messages; those of one sender in the order in which it sent them.</param>
/// <param name="Nodes">The nodes that ended.</param>
/// <param name="CompleteBefore">The partition will record nothing any more that happened before this time.</param>
public sealed record RecordBatch(IReadOnlyList<RecordBlock> Messages, IReadOnlyList<RecordedNode> Nodes, long CompleteBefore);
