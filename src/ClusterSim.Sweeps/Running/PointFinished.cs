namespace ClusterSim.Sweeps.Running;

/// <summary>From a worker to the owner: what became of a point, or a part of it. Told again until it is kept. There is room for another point then.</summary>
/// <param name="Result">What became of it; with the NPUs of this part only.</param>
/// <param name="Part">Which part, from 0.</param>
/// <param name="IsLast">Whether no part follows.</param>
/// <param name="Next">The point that the same slot runs now, as <see cref="PointStarted"/> says it elsewhere; null: none.</param>
public sealed record PointFinished(PointResult Result, int Part, bool IsLast, PointStarted? Next);
