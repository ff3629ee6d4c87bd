namespace ClusterSim.Sweeps.Running;

/// <summary>From the owner to a worker: points to run, in this order.</summary>
public sealed record PointsHanded(PointWork[] Points);
