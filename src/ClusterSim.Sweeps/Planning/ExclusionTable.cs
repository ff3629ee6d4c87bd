using ClusterSim.Sweeps.Definition;

namespace ClusterSim.Sweeps.Planning;

/// <summary>Tells which combinations are excluded. Each condition is asked once for each value of its axis, not once for each combination.</summary>
internal sealed class ExclusionTable
{
    private readonly IReadOnlyList<Axis> axes;

    // For each exclusion and each axis, for which values its conditions hold; null: it asks nothing of the axis.
    private readonly bool[]?[][] holds;

    public ExclusionTable(SweepDefinition definition)
    {
        axes = definition.Axes;
        holds = [.. definition.Exclusions.Select(conditions => axes.Select(axis => Holds(axis, conditions)).ToArray())];
    }

    public bool Excludes(int combination)
    {
        if (holds.Length == 0)
        {
            return false;
        }

        var digits = new Combination(axes, combination);
        return Array.Exists(holds, exclusion => exclusion.Index().All(axis => axis.Item is null || axis.Item[digits[axis.Index]]));
    }

    private static bool[]? Holds(Axis axis, IReadOnlyList<(string Key, Condition Condition)> conditions)
    {
        var asked = axis.Keys.SelectMany(key => conditions.Where(condition => condition.Key == key.Key), (key, condition) => (key, condition.Condition)).ToArray();
        return asked.Length == 0
            ? null
            : [.. Enumerable.Range(0, axis.Count).Select(i => Array.TrueForAll(asked, one => one.Condition.Holds(one.key.Values[i])))];
    }
}
