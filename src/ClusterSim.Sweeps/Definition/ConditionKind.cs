using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>What an exclusion asks of an axis.</summary>
internal sealed class ConditionKind : ValueKind<Condition>
{
    private static readonly SectionKind Comparison = new(ComparisonSettings.Section);

    private ConditionKind()
    {
    }

    public static ConditionKind Instance { get; } = new();

    public override string Allowed => "a value of the axis, or a comparison such as { above: 8 }";

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["not"] = new JsonObject { ["type"] = "object" } }, Comparison.Schema()),
    };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out Condition value)
    {
        value = null;
        if (node is not MapNode)
        {
            value = Condition.EqualTo(node);
            return true;
        }

        if (!Comparison.TryRead(node, context, out var bounds) || !bounds.IsSound)
        {
            return false;
        }

        if (((MapNode)node).Entries.Count == 0)
        {
            return Refuse(node, context, "compares with nothing");
        }

        value = Condition.Within(bounds);
        return true;
    }
}
