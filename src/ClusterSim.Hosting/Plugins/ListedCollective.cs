using ClusterSim.Core.Collectives;

namespace ClusterSim.Hosting.Plugins;

/// <summary>A collective algorithm that system files may name.</summary>
/// <param name="Name">As they name it.</param>
/// <param name="Description">What it does.</param>
/// <param name="Source">Where it is defined.</param>
/// <param name="Kinds">What it can run, in some number of ranks.</param>
/// <param name="Parameters">What may be set.</param>
/// <param name="Plugin">The file that it comes from; null: it is built in.</param>
public sealed record ListedCollective(
    string Name,
    string Description,
    string Source,
    IReadOnlyList<CollectiveKind> Kinds,
    IReadOnlyList<AlgorithmParameter> Parameters,
    string? Plugin);
