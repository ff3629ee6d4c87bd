namespace ClusterSim.Cluster.Simulations;

/// <summary>To the service of the same node: nothing of a share is left here.</summary>
/// <param name="Number">The node's own number of the share.</param>
internal sealed record ShareEnded(int Number);
