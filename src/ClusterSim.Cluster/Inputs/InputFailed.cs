namespace ClusterSim.Cluster.Inputs;

/// <summary>An input cannot be had.</summary>
internal sealed record InputFailed(InputId Id, string Reason);
