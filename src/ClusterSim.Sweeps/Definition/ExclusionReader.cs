using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>Reads which points a sweep leaves out.</summary>
/// <param name="sweep">The sweep's file.</param>
/// <param name="axes">Its axes.</param>
/// <param name="context">Gets what is wrong.</param>
internal sealed class ExclusionReader(SectionValues sweep, AxisSet axes, ReadContext context)
{
    /// <summary>For each entry its conditions, each with the key that it is about.</summary>
    public IReadOnlyList<IReadOnlyList<(string Key, Condition Condition)>> Read() =>
        [.. (sweep.Readable(SweepSettings.Exclude) ?? []).Select(Conditions)];

    private List<(string Key, Condition Condition)> Conditions(IReadOnlyList<MapItem<ConfigNode>> entry, int index)
    {
        if (entry.Count == 0)
        {
            context.Refuse(
                sweep.PlaceOf(SweepSettings.Exclude, index).ToString(),
                "The entry asks for nothing, so it would leave out every point.",
                "Give a key of an axis with a value or bounds.");
        }

        var conditions = new List<(string, Condition)>();
        foreach (var item in entry)
        {
            var isRead = ConditionKind.Instance.TryRead(item.Value!, context, out var condition);
            if (axes.TryFind(item.Key, item.Place, context, out _, out var key) && isRead)
            {
                NoteIdle(key, condition!, item.Place);
                conditions.Add((item.Key, condition!));
            }
        }

        return conditions;
    }

    private void NoteIdle(AxisKey key, Condition condition, Place place)
    {
        if (!key.Values.Any(condition.Holds))
        {
            context.Notes.Add($"{place}: No value of the axis is meant by this, so the entry excludes nothing.");
        }
    }
}
