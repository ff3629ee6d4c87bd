namespace ClusterSim.Workload.Graph;

/// <summary>A process group as a METADATA node of a trace defines it, not yet checked against the number of NPUs.</summary>
/// <param name="NodeId">The node that defines it.</param>
/// <param name="Name">As in <c>pg_name</c>.</param>
/// <param name="Ranks">The NPUs in it, in ring order; none: all NPUs.</param>
public sealed record MetadataGroup(ulong NodeId, string Name, IReadOnlyList<int> Ranks);
