using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>Reads which values the points have that others are compared with.</summary>
/// <param name="sweep">The sweep's file.</param>
/// <param name="axes">Its axes.</param>
/// <param name="context">Gets what is wrong.</param>
internal sealed class BaselineReader(SectionValues sweep, AxisSet axes, ReadContext context)
{
    private const int MostListed = 20;

    // For the axes that are named, the indexes of the values that are meant.
    private readonly Dictionary<int, int[]> meant = [];

    /// <summary>For the axes that are named, the index of the value.</summary>
    public IReadOnlyDictionary<int, int> Read()
    {
        foreach (var item in sweep.Readable(SweepSettings.Baseline) ?? [])
        {
            if (axes.TryFind(item.Key, item.Place, context, out var axis, out var key))
            {
                Choose(axis, key, item);
            }
        }

        foreach (var (axis, indexes) in meant.Where(pair => pair.Value.Length > 1))
        {
            context.Refuse(
                sweep.PlaceOf(SweepSettings.Baseline).ToString(),
                $"{indexes.Length} values of {axes.Axes[axis].Keys[0].Key} are meant.",
                "Name further keys of its entry.");
        }

        return meant.Where(pair => pair.Value.Length == 1).ToDictionary(pair => pair.Key, pair => pair.Value[0]);
    }

    private void Choose(int axis, AxisKey key, MapItem<ConfigNode> item)
    {
        var fitting = Enumerable.Range(0, key.Values.Count).Where(index => Condition.IsMeant(key.Values[index], item.Value!)).ToArray();
        if (fitting.Length == 0)
        {
            context.Refuse(item.Place.ToString(), $"The axis has no value {Label.Of(item.Value!)}.", $"It has {Listed(key)}.");
            return;
        }

        var both = meant.TryGetValue(axis, out var before) ? [.. fitting.Intersect(before)] : fitting;
        if (both.Length == 0)
        {
            context.Refuse(item.Place.ToString(), "The keys of one entry vary together, and never have these values at once.", "Take values that stand at the same place.");
            return;
        }

        meant[axis] = both;
    }

    private static string Listed(AxisKey key)
    {
        var values = string.Join(", ", key.Values.Take(MostListed).Select(value => value.Label));
        return key.Values.Count > MostListed ? values + " and more" : values;
    }
}
