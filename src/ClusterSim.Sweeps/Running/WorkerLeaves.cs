namespace ClusterSim.Sweeps.Running;

/// <summary>From a worker to the owner: all that it has in hand is to be run by others.</summary>
public sealed record WorkerLeaves;
