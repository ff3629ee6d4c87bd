using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys that say how one kind of collective is run.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Algorithms">Its algorithm in each dimension.</param>
/// <param name="Custom">The trace that is run instead.</param>
internal sealed record ImplementationSettings(
    CollectiveKind Kind, Setting<IReadOnlyList<AlgorithmChoice>> Algorithms, Setting<IReadOnlyList<InputPath>> Custom);
