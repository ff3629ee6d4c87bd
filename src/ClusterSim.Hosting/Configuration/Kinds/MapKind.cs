using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A map whose keys are the user's own.</summary>
/// <param name="keyName">What a key is, for messages: <c>group</c>.</param>
/// <param name="item">What each value is.</param>
internal sealed class MapKind<T>(string keyName, ValueKind<T> item) : ValueKind<IReadOnlyList<MapItem<T>>>
{
    public override string Allowed => $"a map from {keyName} to {item.Allowed}";

    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [Section.SchemaKey] = new JsonObject { ["type"] = "string" } },
        ["additionalProperties"] = item.Schema(),
    };

    public override ConfigNode Rewrite(ConfigNode node, Func<ValueKind, ConfigNode, ConfigNode> change)
    {
        var changed = change(this, node);
        return changed is MapNode map
            ? new MapNode(map.Place, [.. map.Entries.Select(entry => entry with { Value = item.Rewrite(entry.Value, change) })])
            : changed;
    }

    protected override bool TryReadReadable(
        ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyList<MapItem<T>> value)
    {
        value = null;
        if (node is not MapNode map)
        {
            return Refuse(node, context, "is no map");
        }

        var items = new List<MapItem<T>>(map.Entries.Count);
        foreach (var (key, entry) in map.Entries)
        {
            if (key == Section.SchemaKey)
            {
                continue;
            }

            var isSound = item.TryRead(entry, context, out var read);
            items.Add(new(key, read, entry.Place, isSound));
        }

        value = items;
        return items.TrueForAll(one => one.IsSound);
    }
}
