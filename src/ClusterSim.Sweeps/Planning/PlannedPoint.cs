using ClusterSim.Core.Input;
using ClusterSim.Hosting.Estimates;

namespace ClusterSim.Sweeps.Planning;

/// <summary>A point that was looked at before anything ran.</summary>
/// <param name="Labels">What tables call its values.</param>
/// <param name="Problems">Why it cannot be simulated; empty: it can.</param>
/// <param name="Estimate">What its simulation takes; null: it was not asked, or it cannot be simulated.</param>
public sealed record PlannedPoint(IReadOnlyList<string> Labels, IReadOnlyList<Problem> Problems, Estimate? Estimate);
