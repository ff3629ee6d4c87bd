using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Hierarchical;

/// <summary>One step of a hierarchical collective.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Ranks">Among whom; its members are ranks of the whole phase.</param>
internal readonly record struct HierarchicalStep(CollectiveKind Kind, RankSet Ranks);
