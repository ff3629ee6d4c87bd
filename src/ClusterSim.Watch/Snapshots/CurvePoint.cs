namespace ClusterSim.Watch.Snapshots;

/// <summary>A point of a curve over time.</summary>
/// <param name="Seconds">Since what is watched began.</param>
/// <param name="Value">The value.</param>
public readonly record struct CurvePoint(double Seconds, double Value);
