using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>A number or a size, as a range or a comparison has it.</summary>
internal sealed class QuantityKind : ValueKind<Quantity>
{
    private QuantityKind()
    {
    }

    public static QuantityKind Instance { get; } = new();

    public override string Allowed => "a number, or a size such as 1MiB";

    public override JsonObject Schema() => new() { ["type"] = new JsonArray("number", "string") };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out Quantity value)
    {
        var found = node is ScalarNode ? Quantity.Of(node) : null;
        value = found ?? default;
        return found is not null || Refuse(node, context, "is no number");
    }
}
