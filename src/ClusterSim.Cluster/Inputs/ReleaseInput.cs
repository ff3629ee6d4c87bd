namespace ClusterSim.Cluster.Inputs;

/// <summary>An input is not in use any more.</summary>
internal sealed record ReleaseInput(string Hash);
