namespace ClusterSim.Cluster.Inputs;

/// <summary>An input is here, and in use until <see cref="ReleaseInput"/>.</summary>
internal sealed record InputReady(InputId Id, string Path);
