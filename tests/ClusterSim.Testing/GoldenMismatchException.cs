namespace ClusterSim.Testing;

/// <summary>What was printed is not what the golden file holds.</summary>
public sealed class GoldenMismatchException(string message) : Exception(message);
