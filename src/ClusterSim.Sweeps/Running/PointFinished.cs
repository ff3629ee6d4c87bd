namespace ClusterSim.Sweeps.Running;

/// <summary>From a worker to the owner: what became of a point. There is room for another then.</summary>
public sealed record PointFinished(PointResult Result);
