using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>A way in which nodes of a workload use collectives.</summary>
/// <param name="Kind">What they do.</param>
/// <param name="Group">Who takes part; null: all NPUs.</param>
/// <param name="InvolvedDimensions">Bit d for network dimension d.</param>
/// <param name="CustomNode">The node's id, where it has a custom algorithm of its own; else null.</param>
internal sealed record CollectiveUse(CollectiveKind Kind, ProcessGroup? Group, uint InvolvedDimensions, ulong? CustomNode)
{
    /// <summary>How many NPUs take part.</summary>
    public int RankCount(int npuCount) => Group?.Ranks.Count ?? npuCount;

    /// <summary>What takes part, for messages.</summary>
    public string Ranks(int npuCount) => Group is null ? $"all {npuCount} NPUs" : $"group {Group.Name} of {Group.Ranks.Count} NPUs";
}
