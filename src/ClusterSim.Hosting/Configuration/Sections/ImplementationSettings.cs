using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys that say how one kind of collective is run.</summary>
/// <param name="kind">The kind.</param>
/// <param name="algorithms">Its algorithm in each dimension.</param>
/// <param name="custom">The trace that is run instead.</param>
internal sealed class ImplementationSettings(
    CollectiveKind kind, Setting<IReadOnlyList<AlgorithmChoice>> algorithms, Setting<IReadOnlyList<InputPath>> custom)
{
    public CollectiveKind Kind => kind;

    public Setting<IReadOnlyList<AlgorithmChoice>> Algorithms => algorithms;

    public Setting<IReadOnlyList<InputPath>> Custom => custom;
}
