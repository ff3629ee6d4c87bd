namespace ClusterSim.Sweeps.Running;

/// <summary>From the owner to a worker: points to run, in this order, and which results need not be told again.</summary>
/// <param name="Points">What to run.</param>
/// <param name="Kept">What is known to the owner.</param>
public sealed record PointsHanded(PointWork[] Points, PointKept[] Kept);
