using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>One dimension that a collective has a phase in.</summary>
/// <param name="Queues">The network dimension whose queues it uses.</param>
/// <param name="Ranks">Who takes part.</param>
/// <param name="Algorithm">How.</param>
internal readonly record struct PhaseDimension(int Queues, RankSet Ranks, ICollectiveAlgorithm Algorithm);
