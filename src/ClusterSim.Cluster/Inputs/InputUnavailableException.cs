namespace ClusterSim.Cluster.Inputs;

/// <summary>A node cannot get an input; the message says why.</summary>
public sealed class InputUnavailableException(string message) : Exception(message);
