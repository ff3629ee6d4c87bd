namespace ClusterSim.Sweeps.Running;

/// <summary>What became of a point is known to the owner.</summary>
public sealed record PointKept(int Point, int Attempt);
