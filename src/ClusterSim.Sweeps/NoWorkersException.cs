namespace ClusterSim.Sweeps;

/// <summary>A sweep had no workers for too long. What is finished is kept.</summary>
public sealed class NoWorkersException(string message) : Exception(message);
