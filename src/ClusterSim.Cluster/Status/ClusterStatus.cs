namespace ClusterSim.Cluster.Status;

/// <summary>A cluster as one of its nodes sees it.</summary>
/// <param name="Version">The program's version on the node that was asked.</param>
/// <param name="Members">In the order of their addresses.</param>
public sealed record ClusterStatus(string Version, IReadOnlyList<MemberStatus> Members);
