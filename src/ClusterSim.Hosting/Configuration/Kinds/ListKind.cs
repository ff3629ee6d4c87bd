using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A list of at least one value, all of the same kind.</summary>
/// <param name="item">What each value is.</param>
/// <param name="most">How many there may be.</param>
internal sealed class ListKind<T>(ValueKind<T> item, int most = int.MaxValue) : ValueKind<IReadOnlyList<T>>
{
    public override string Allowed => most == 1 ? $"a list of one: {item.Allowed}" : $"a list, each entry {item.Allowed}";

    public override bool TakesList => true;

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema(), ["minItems"] = 1 };
        if (most < int.MaxValue)
        {
            schema["maxItems"] = most;
        }

        return schema;
    }

    public override ConfigNode Rewrite(ConfigNode node, Func<ValueKind, ConfigNode, ConfigNode> change)
    {
        var changed = change(this, node);
        return changed is ListNode list
            ? new ListNode(list.Place, [.. list.Items.Select(entry => item.Rewrite(entry, change))])
            : changed;
    }

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (node is not ListNode list)
        {
            return Refuse(node, context, "is no list");
        }

        if (list.Items.Count == 0 || list.Items.Count > most)
        {
            return Refuse(node, context);
        }

        var values = new List<T>(list.Items.Count);
        foreach (var entry in list.Items)
        {
            if (item.TryRead(entry, context, out var read))
            {
                values.Add(read);
            }
        }

        value = values;
        return values.Count == list.Items.Count;
    }
}
