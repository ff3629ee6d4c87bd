namespace ClusterSim.Sweeps.Running;

/// <summary>From the owner to its workers: drop everything, nothing more will come.</summary>
public sealed record SweepEnds;
