namespace ClusterSim.Sweeps.Running;

/// <summary>From a worker to the owner: a point of those in hand runs now, and is to blame if the worker ends.</summary>
public sealed record PointStarted(int Point, int Attempt);
