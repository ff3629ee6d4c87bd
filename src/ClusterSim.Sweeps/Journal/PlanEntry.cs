using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Journal;

/// <summary>A point of the plan that a folder was last run with.</summary>
/// <param name="Run">The identity of its run.</param>
/// <param name="Configuration">The identity of its configuration.</param>
/// <param name="Baseline">The run that it is compared with; null: none.</param>
/// <param name="Labels">Its values, in the order of the plan's keys.</param>
public sealed record PlanEntry(PointId Run, PointId Configuration, PointId? Baseline, string[] Labels);
