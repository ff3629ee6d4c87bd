namespace ClusterSim.Sweeps.Running;

/// <summary>A point that goes into the hand of a worker.</summary>
internal readonly record struct Handout(int Point, int Attempt);
