using ClusterSim.Hosting.Configuration;

namespace ClusterSim.Sweeps.Definition;

/// <summary>A sweep as it was read, all of it right but for what shows only in single points.</summary>
internal sealed record SweepDefinition
{
    public required string Name { get; init; }

    /// <summary>The experiment that is varied, with everything inline.</summary>
    public required EffectiveDocument Base { get; init; }

    public required IReadOnlyList<Axis> Axes { get; init; }

    /// <summary>For each exclusion its conditions, each with the key that it is about.</summary>
    public required IReadOnlyList<IReadOnlyList<(string Key, Condition Condition)>> Exclusions { get; init; }

    /// <summary>For the axes whose point of comparison is fixed, the index of its value; empty: nothing is compared.</summary>
    public required IReadOnlyDictionary<int, int> Baseline { get; init; }

    public required PointLimits Limits { get; init; }

    /// <summary>The sweep as YAML with everything inline, so that it means the same wherever it is kept.</summary>
    public required string Yaml { get; init; }

    /// <summary>What a user should know of it.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where the axes stand, for messages.</summary>
    public required string AxesPlace { get; init; }

    /// <summary>Where the exclusions stand, for messages.</summary>
    public required string ExcludePlace { get; init; }

    /// <summary>All keys that are varied, in the order of the file.</summary>
    public IEnumerable<AxisKey> Keys => Axes.SelectMany(axis => axis.Keys);
}
