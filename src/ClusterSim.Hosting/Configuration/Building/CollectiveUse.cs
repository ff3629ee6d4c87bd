using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Workload;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>A way in which nodes of a workload use collectives.</summary>
/// <param name="Settings">The keys that say how collectives of this kind are run.</param>
/// <param name="Group">Who takes part; null: all NPUs.</param>
/// <param name="InvolvedDimensions">Bit d for network dimension d.</param>
/// <param name="Implementation">How it is run, as far as rules and keys say; without custom algorithms, which are read later.</param>
/// <param name="Custom">The prefix of the custom algorithm that the node has of its own; else null.</param>
internal sealed record CollectiveUse(
    ImplementationSettings Settings, ProcessGroup? Group, uint InvolvedDimensions, CollectiveImplementation Implementation, InputPath? Custom)
{
    public CollectiveKind Kind => Settings.Kind;

    /// <summary>How many NPUs take part.</summary>
    public int RankCount(int npuCount) => Group?.Ranks.Count ?? npuCount;

    /// <summary>What takes part, for messages.</summary>
    public string Ranks(int npuCount) => Group is null ? $"all {npuCount} NPUs" : $"group {Printable.Name(Group.Name)} of {Group.Ranks.Count} NPUs";
}
