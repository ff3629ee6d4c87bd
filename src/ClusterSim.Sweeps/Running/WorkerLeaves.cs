namespace ClusterSim.Sweeps.Running;

/// <summary>From a worker to the owner: all that it has in hand is to be run by others.</summary>
/// <param name="Reason">Why, if that is no matter of course; else empty.</param>
public sealed record WorkerLeaves(string Reason);
