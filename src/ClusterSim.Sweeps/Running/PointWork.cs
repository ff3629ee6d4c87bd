namespace ClusterSim.Sweeps.Running;

/// <summary>A point to run.</summary>
/// <param name="Point">Its number in the plan.</param>
/// <param name="Attempt">Which time it is handed out, from 1. The answer repeats it, so that one that comes too late is known.</param>
/// <param name="Assignments">What it sets in the sweep's experiment, as YAML: a map from keys with dots to values.</param>
public sealed record PointWork(int Point, int Attempt, string Assignments);
