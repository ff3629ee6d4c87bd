namespace ClusterSim.Sweeps.Running;

/// <summary>A node cannot run points of a sweep; the message says why. It is no fault of the points.</summary>
internal sealed class WorkerUnfitException(string message, Exception cause) : Exception(message, cause);
