namespace ClusterSim.Cluster.Inputs;

/// <summary>An input has come into the cache.</summary>
internal sealed record InputArrived(InputId Id);
