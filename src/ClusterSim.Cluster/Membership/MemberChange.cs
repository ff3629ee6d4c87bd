namespace ClusterSim.Cluster.Membership;

/// <summary>Something happened to another member.</summary>
/// <param name="Event">One of the four of members.</param>
/// <param name="Member">Whom it happened to.</param>
public sealed record MemberChange(NodeEvent Event, ClusterMember Member);
