using ClusterSim.Cluster.Membership;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>The cluster whose nodes run the points of a sweep.</summary>
/// <param name="Node">Any node of it.</param>
/// <param name="Own">How this process is reached.</param>
/// <param name="Parts">What the program puts into its nodes.</param>
public sealed record SweepCluster(HostPort Node, NodeOptions Own, NodeParts Parts);
