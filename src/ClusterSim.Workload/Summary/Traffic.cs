using ClusterSim.Core.Collectives;

namespace ClusterSim.Workload.Summary;

/// <summary>Communication of one sort: what is added up together.</summary>
/// <param name="Collective">The kind of collective; null: point-to-point messages.</param>
/// <param name="Group">The process group by its name; empty: all NPUs.</param>
/// <param name="InvolvedDimensions">The network dimensions that are used, bit d for dimension d.</param>
public readonly record struct Traffic(CollectiveKind? Collective, string Group, uint InvolvedDimensions);
