using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>Reads a sweep's file, and checks all of it that does not take single points.</summary>
internal sealed class SweepReader
{
    private readonly ProblemList problems = new();
    private readonly ReadContext context;
    private readonly DocumentReader reader;

    private SweepReader()
    {
        context = new(problems);
        reader = new(problems);
    }

    /// <summary>Reads a file, with keys of its base set.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with it; carries every mistake.</exception>
    public static SweepDefinition Read(string path, IEnumerable<Override> overrides)
    {
        var sweep = new SweepReader();
        var definition = sweep.Build(sweep.reader.ReadFile(path), Path.GetFileNameWithoutExtension(path), [.. overrides]);
        sweep.problems.ThrowIfAny();
        return definition ?? throw new InvalidOperationException("A sweep without mistakes was not built.");
    }

    private SweepDefinition? Build(ConfigNode file, string fileName, IReadOnlyList<Override> overrides)
    {
        if (!SweepSettings.Kind.TryRead(file, context, out var values))
        {
            return null;
        }

        var name = values.TryGet(SweepSettings.Name, out var given) ? given : fileName;
        var document = values.TryGet(SweepSettings.Base, out var node) ? Base(name, node, overrides) : null;
        var axes = Axes(values);
        var exclusions = Exclusions(values, axes);
        var baseline = Baseline(values, axes);
        var limits = values.TryGet(SweepSettings.Limits, out var limitValues) ? Limits(limitValues) : PointLimits.None;
        return document is null || !problems.IsEmpty
            ? null
            : new()
            {
                Name = name,
                Base = document,
                Axes = axes,
                Exclusions = exclusions,
                Baseline = baseline,
                Limits = limits,
                Yaml = SweepWriter.Write(name, document, axes, values),
                Notes = context.Notes,
            };
    }

    private EffectiveDocument? Base(string name, ConfigNode node, IReadOnlyList<Override> overrides)
    {
        var document = node is ScalarNode file ? EffectiveDocument.FromFile(InputPath.Of(file).Display) : EffectiveDocument.FromNode(name, node);
        var inline = document.With(overrides).Inline();
        try
        {
            inline.ToYaml();
            return inline;
        }
        catch (InvalidInputException error)
        {
            context.RefuseAll(error.Problems);
            return null;
        }
    }

    private List<Axis> Axes(SectionValues values)
    {
        var labels = (values.Readable(SweepSettings.Labels) ?? []).ToDictionary(item => item.Key, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var axes = new List<Axis>();
        foreach (var (entry, index) in (values.Readable(SweepSettings.Axes) ?? []).Select((entry, index) => (entry, index)))
        {
            var keys = new List<AxisKey>();
            foreach (var item in entry)
            {
                var kind = ExperimentKeys.Find(item.Key, item.Place.ToString(), context);
                if (!seen.Add(item.Key))
                {
                    context.Refuse(item.Place.ToString(), "The key is varied twice.", "Remove one of them.");
                }
                else if (AxisValuesKind.Instance.TryRead(item.Value!, context, out var nodes) && kind is not null)
                {
                    labels.TryGetValue(item.Key, out var names);
                    keys.Add(new(item.Key, [.. Values(item.Key, kind, nodes, Names(names, nodes.Count))]));
                }
            }

            if (entry.Count == 0)
            {
                context.Refuse(values.PlaceOf(SweepSettings.Axes, index).ToString(), "The entry varies nothing.", "Give a key of the experiment with its values.");
            }
            else if (keys.Count > 0)
            {
                RefuseUnequal(entry, keys);
                axes.Add(new(keys));
            }
        }

        foreach (var label in labels.Values.Where(label => !seen.Contains(label.Key)))
        {
            RefuseNoAxis(label.Key, label.Place, axes);
        }

        return axes;
    }

    private IReadOnlyList<string>? Names(MapItem<IReadOnlyList<string>>? labels, int count)
    {
        if (labels is { IsSound: true, Value: { } names } && names.Count != count)
        {
            context.Refuse(labels.Place.ToString(), $"The key has {count} values, but {names.Count} labels.", "Give each value one.");
            return null;
        }

        return labels?.Value;
    }

    private IEnumerable<AxisValue> Values(string key, ValueKind kind, IReadOnlyList<ConfigNode> nodes, IReadOnlyList<string>? labels)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var written = kind.TakesList && nodes[i] is ScalarNode { IsNull: false } ? new ListNode(nodes[i].Place, [nodes[i]]) : nodes[i];
            var node = kind.Rewrite(written, (below, value) => below.Open(value, reader));
            if (problems.IsEmpty)
            {
                var kept = kind.Rewrite(node, (below, value) => below is PathKind ? PathKind.InFull(value) : value);
                var assignment = DocumentWriter.Write(new MapNode(node.Place, [new(key, kept)]));
                yield return new(kept, labels?[i] ?? Label.Of(written), assignment);
            }
            else
            {
                yield return new(node, labels?[i] ?? Label.Of(written), "");
            }
        }
    }

    private void RefuseUnequal(IReadOnlyList<MapItem<ConfigNode>> entry, List<AxisKey> keys)
    {
        var counts = keys.Select(key => key.Values.Count).Distinct().Count();
        if (counts > 1)
        {
            var listed = string.Join(", ", keys.Select(key => $"{key.Key} has {key.Values.Count}"));
            context.Refuse(entry[0].Place.ToString(), $"The keys of one entry vary together, but {listed} values.", "Give them equally many, or an entry each.");
        }
    }

    private List<IReadOnlyList<(string Key, Condition Condition)>> Exclusions(SectionValues values, List<Axis> axes)
    {
        var exclusions = new List<IReadOnlyList<(string, Condition)>>();
        foreach (var entry in values.Readable(SweepSettings.Exclude) ?? [])
        {
            var conditions = new List<(string, Condition)>();
            foreach (var item in entry)
            {
                var isRead = ConditionKind.Instance.TryRead(item.Value!, context, out var condition);
                if (Find(axes, item.Key) is not { } key)
                {
                    RefuseNoAxis(item.Key, item.Place, axes);
                }
                else if (isRead && condition is not null)
                {
                    NoteIdle(key.Key, condition, item.Place);
                    conditions.Add((item.Key, condition));
                }
            }

            exclusions.Add(conditions);
        }

        return exclusions;

        void NoteIdle(AxisKey key, Condition condition, Place place)
        {
            if (!key.Values.Any(value => condition.Holds(value.Node)))
            {
                context.Notes.Add($"{place}: No value of the axis is meant by this, so the entry excludes nothing.");
            }
        }
    }

    private Dictionary<int, int> Baseline(SectionValues values, List<Axis> axes)
    {
        var items = values.Readable(SweepSettings.Baseline) ?? [];
        var chosen = new Dictionary<int, HashSet<int>>();
        foreach (var item in items)
        {
            if (Find(axes, item.Key) is not { } found)
            {
                RefuseNoAxis(item.Key, item.Place, axes);
                continue;
            }

            var fitting = Enumerable.Range(0, found.Key.Values.Count).Where(i => Condition.IsSame(found.Key.Values[i].Node, item.Value!) || found.Key.Values[i].Label == Label.Of(item.Value!));
            var indexes = chosen.TryGetValue(found.Axis, out var before) ? before.Intersect(fitting).ToHashSet() : [.. fitting];
            chosen[found.Axis] = indexes;
            if (indexes.Count == 0)
            {
                context.Refuse(item.Place.ToString(), $"The axis has no value {Label.Of(item.Value!)}.", $"It has {string.Join(", ", found.Key.Values.Take(20).Select(value => value.Label))}.");
            }
        }

        foreach (var (axis, indexes) in chosen.Where(pair => pair.Value.Count > 1))
        {
            context.Refuse(values.PlaceOf(SweepSettings.Baseline).ToString(), $"{indexes.Count} values of {axes[axis].Keys[0].Key} are meant.", "Name further keys of its entry.");
        }

        return chosen.Where(pair => pair.Value.Count == 1).ToDictionary(pair => pair.Key, pair => pair.Value.First());
    }

    private static (int Axis, AxisKey Key)? Find(List<Axis> axes, string key)
    {
        for (var i = 0; i < axes.Count; i++)
        {
            if (axes[i].Keys.FirstOrDefault(one => one.Key == key) is { } found)
            {
                return (i, found);
            }
        }

        return null;
    }

    private void RefuseNoAxis(string key, Place place, List<Axis> axes)
    {
        var keys = axes.SelectMany(axis => axis.Keys).Select(axisKey => axisKey.Key).ToArray();
        context.Refuse(place.ToString(), $"{Workload.Printable.Name(key)} is no key of an axis.", Suggestion.Allowed(key, keys));
    }

    private static PointLimits Limits(SectionValues values) => new(
        values.TryGet(LimitSettings.Seconds, out var seconds) ? seconds : null,
        values.TryGet(LimitSettings.Events, out var events) ? events : null,
        values.TryGet(LimitSettings.Memory, out var memory) ? memory : null);
}
