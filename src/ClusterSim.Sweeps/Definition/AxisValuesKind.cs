using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>The values that a key takes: a list, or a range.</summary>
internal sealed class AxisValuesKind : ValueKind<IReadOnlyList<ConfigNode>>
{
    private static readonly SectionKind Range = new(RangeSettings.Section);

    private AxisValuesKind()
    {
    }

    public static AxisValuesKind Instance { get; } = new();

    public override string Allowed => "a list of values, or a range such as { from: 8, to: 128, times: 2 }";

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "array", ["minItems"] = 1 }, Range.Schema()),
    };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyList<ConfigNode> value)
    {
        value = null;
        switch (node)
        {
            case ListNode { Items.Count: > 0 } list:
                value = list.Items;
                return list.Items.All(item => item is not UnreadableNode);
            case MapNode when Range.TryRead(node, context, out var range):
                value = range.IsSound ? RangeSettings.Values(range, context) : null;
                return value is not null;
            case MapNode:
                return false;
            default:
                return Refuse(node, context);
        }
    }
}
