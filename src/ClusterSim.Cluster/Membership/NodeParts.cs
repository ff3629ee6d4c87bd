using ClusterSim.Cluster.Services;
using ClusterSim.Cluster.Wire;

namespace ClusterSim.Cluster.Membership;

/// <summary>What the program puts into its nodes. Every process of a cluster must have the same.</summary>
/// <param name="Version">Of the program. Processes of other versions are refused, since control messages follow the layout of types.</param>
/// <param name="Wire">Everything that may cross between nodes.</param>
/// <param name="Services">What nodes can do.</param>
public sealed record NodeParts(string Version, WireCatalog Wire, IReadOnlyList<INodeService> Services);
