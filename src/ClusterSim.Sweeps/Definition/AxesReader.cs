using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>Reads what a sweep varies, and what tables call the values.</summary>
/// <param name="sweep">The sweep's file.</param>
/// <param name="context">Gets what is wrong.</param>
/// <param name="files">Reads files that values name.</param>
internal sealed class AxesReader(SectionValues sweep, ReadContext context, DocumentReader files)
{
    private readonly Dictionary<string, MapItem<IReadOnlyList<string>>> labels =
        (sweep.Readable(SweepSettings.Labels) ?? []).ToDictionary(item => item.Key, StringComparer.Ordinal);

    // In the order in which a point sets them.
    private readonly List<string> varied = [];

    public AxisSet Read()
    {
        var axes = new List<Axis>();
        foreach (var (index, entry) in (sweep.Readable(SweepSettings.Axes) ?? []).Index())
        {
            if (entry.Count == 0)
            {
                context.Refuse(sweep.PlaceOf(SweepSettings.Axes, index).ToString(), "The entry varies nothing.", "Give a key of the experiment with its values.");
            }

            if (Keys(entry) is { Count: > 0 } keys)
            {
                RefuseUnequal(entry, keys);
                axes.Add(new(keys));
            }
        }

        var set = new AxisSet(axes, varied);
        foreach (var label in labels.Values)
        {
            set.TryFind(label.Key, label.Place, context, out _, out _);
        }

        return set;
    }

    private List<AxisKey> Keys(IReadOnlyList<MapItem<ConfigNode>> entry)
    {
        var keys = new List<AxisKey>();
        foreach (var item in entry)
        {
            var kind = ExperimentKeys.Find(item.Key, item.Place.ToString(), context);
            if (IsNew(item) && AxisValuesKind.Instance.TryRead(item.Value!, context, out var nodes) && kind is not null)
            {
                keys.Add(new(item.Key, Values(item.Key, kind, nodes)));
            }
        }

        return keys;
    }

    private bool IsNew(MapItem<ConfigNode> item)
    {
        if (varied.Contains(item.Key))
        {
            context.Refuse(item.Place.ToString(), "The key is varied twice.", "Remove one of them.");
            return false;
        }

        if (varied.Find(before => before.StartsWith(item.Key + ".", StringComparison.Ordinal)) is { } replaced)
        {
            context.Refuse(item.Place.ToString(), $"{item.Key} would replace all below it, {replaced} too, which is varied before.", $"Vary {item.Key} first.");
        }

        varied.Add(item.Key);
        return true;
    }

    private List<AxisValue> Values(string key, ValueKind kind, IReadOnlyList<ConfigNode> nodes)
    {
        var names = Labels(key, nodes.Count);
        return [.. nodes.Select((node, index) => Value(key, kind, node, names?[index]))];
    }

    private AxisValue Value(string key, ValueKind kind, ConfigNode node, string? label)
    {
        var written = kind.TakesList && node is ScalarNode { IsNull: false } ? new ListNode(node.Place, [node]) : node;
        label ??= Label.Of(written);
        var opened = kind.Rewrite(written, (below, value) => below.Open(value, files));
        if (!context.Problems.IsEmpty)
        {
            // No point will be made of it, and what could not be opened cannot be written.
            return new(opened, label, "");
        }

        var kept = kind.Rewrite(opened, (below, value) => below is PathKind ? PathKind.InFull(value) : value);
        return new(kept, label, DocumentWriter.Write(new MapNode(node.Place, [new(key, kept)])));
    }

    private IReadOnlyList<string>? Labels(string key, int count)
    {
        if (!labels.TryGetValue(key, out var given) || !given.IsSound)
        {
            return null;
        }

        if (given.Value!.Count == count)
        {
            return given.Value;
        }

        context.Refuse(given.Place.ToString(), $"The key has {count} values, but {given.Value.Count} labels.", "Give each value one.");
        return null;
    }

    private void RefuseUnequal(IReadOnlyList<MapItem<ConfigNode>> entry, List<AxisKey> keys)
    {
        if (keys.Exists(key => key.Values.Count != keys[0].Values.Count))
        {
            var counts = string.Join(", ", keys.Select(key => $"{key.Key} has {key.Values.Count}"));
            context.Refuse(entry[0].Place.ToString(), $"The keys of one entry vary together, but {counts} values.", "Give them equally many, or an entry each.");
        }
    }
}
