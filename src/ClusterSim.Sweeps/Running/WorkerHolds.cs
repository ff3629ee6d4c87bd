namespace ClusterSim.Sweeps.Running;

/// <summary>From a worker to the owner, now and then: all points that it has. What the owner takes it to have beside these was lost on the way.</summary>
/// <param name="Points">The points.</param>
/// <param name="ComputedMs">The processor time that its process has taken so far, in milliseconds.</param>
public sealed record WorkerHolds(int[] Points, long ComputedMs);
