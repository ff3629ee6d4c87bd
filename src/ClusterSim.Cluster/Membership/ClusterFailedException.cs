namespace ClusterSim.Cluster.Membership;

/// <summary>A cluster cannot be reached, or this process cannot be part of it. The message says what was tried, and what to check.</summary>
public sealed class ClusterFailedException(string message, Exception? cause = null) : Exception(message, cause);
