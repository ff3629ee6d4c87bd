using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Sweeps.Definition;

namespace ClusterSim.Sweeps.Planning;

/// <summary>
/// Which points a sweep has: all combinations of its axes, the first axis slowest, without those that are excluded. Holds a number a
/// point; all else of a point is worked out when it is asked for.
/// </summary>
internal sealed class SweepPlan
{
    public const int MostPoints = 1_000_000;

    private const int None = -1;

    private readonly IReadOnlyList<Axis> axes;
    private readonly IReadOnlyDictionary<int, int> baseline;

    // Of each point, its number among all combinations; ascending.
    private readonly int[] combinations;

    private SweepPlan(SweepDefinition definition, int[] combinations)
    {
        Definition = definition;
        axes = definition.Axes;
        baseline = definition.Baseline;
        this.combinations = combinations;
    }

    public SweepDefinition Definition { get; }

    /// <summary>How many points there are.</summary>
    public int Count => combinations.Length;

    /// <summary>How many combinations were excluded.</summary>
    public int Excluded { get; private init; }

    /// <summary>Plans a sweep.</summary>
    /// <exception cref="InvalidInputException">It has no points, or too many.</exception>
    public static SweepPlan Of(SweepDefinition definition)
    {
        var all = definition.Axes.Aggregate(1L, static (product, axis) => Math.Min(MostPoints + 1, product * axis.Count));
        if (all > MostPoints)
        {
            throw new InvalidInputException(definition.AxesPlace, $"The axes have more than {MostPoints:N0} combinations.", "Give fewer values.");
        }

        var exclusions = new ExclusionTable(definition);
        var kept = Enumerable.Range(0, (int)all).Where(combination => !exclusions.Excludes(combination)).ToArray();
        return kept.Length > 0
            ? new(definition, kept) { Excluded = (int)all - kept.Length }
            : throw new InvalidInputException(definition.ExcludePlace, "Every point is excluded.", "Mend the entries of exclude.");
    }

    /// <summary>What a point sets: for each key its value, in the order of the file.</summary>
    public IEnumerable<(string Key, AxisValue Value)> Values(int point)
    {
        var digits = new Combination(axes, combinations[point]);
        for (var axis = 0; axis < axes.Count; axis++)
        {
            foreach (var key in axes[axis].Keys)
            {
                yield return (key.Key, key.Values[digits[axis]]);
            }
        }
    }

    /// <summary>What tables call the values of a point.</summary>
    public string[] Labels(int point) => [.. Values(point).Select(value => value.Value.Label)];

    /// <summary>What a point sets, as YAML: a map from keys to values.</summary>
    public string Assignments(int point) => string.Concat(Values(point).Select(value => value.Value.Assignment));

    /// <summary>The experiment of a point.</summary>
    public EffectiveDocument Document(int point) =>
        Values(point).Aggregate(Definition.Base, (document, value) => document.With(value.Key, value.Value.Node));

    /// <summary>The point that a point is compared with; null: none.</summary>
    public int? Baseline(int point)
    {
        if (baseline.Count == 0)
        {
            return null;
        }

        var compared = new Combination(axes, combinations[point]).With(baseline);
        var index = Array.BinarySearch(combinations, compared);
        return index > None ? index : null;
    }
}
