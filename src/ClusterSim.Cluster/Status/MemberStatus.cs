namespace ClusterSim.Cluster.Status;

/// <summary>A member of a cluster.</summary>
/// <param name="Address">Where it is reached.</param>
/// <param name="State">joining, up, leaving, exiting, down, or unreachable.</param>
/// <param name="Roles">What it does.</param>
/// <param name="Version">Of its program.</param>
/// <param name="Vitals">What it told of itself; null: it did not answer in time.</param>
public sealed record MemberStatus(string Address, string State, IReadOnlyList<string> Roles, string Version, MemberVitals? Vitals);
