using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Journal;

/// <summary>A finished point as the journal keeps it.</summary>
/// <param name="Run">The identity of its run.</param>
/// <param name="Configuration">The identity of its configuration.</param>
/// <param name="Base">The hash of the experiment that it varies, which stands before it in the journal.</param>
/// <param name="Assignments">What it sets in that, as YAML.</param>
/// <param name="Result">What became of it.</param>
internal sealed record JournalRecord(PointId Run, PointId Configuration, PointId Base, string Assignments, PointResult Result);
