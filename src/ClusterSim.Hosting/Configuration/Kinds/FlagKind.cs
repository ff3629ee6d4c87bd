using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>Yes or no. The reference writes 1 and 0, people write true and false, also as True and TRUE.</summary>
internal sealed class FlagKind : ValueKind<bool>
{
    private readonly JsonNode[] offered;

    private FlagKind(params JsonNode[] offered)
    {
        this.offered = offered;
    }

    public static FlagKind Instance { get; } = new(true, false, 1, 0);

    /// <summary>A flag that only ever may be off: what reads it explains why. Editors offer nothing else.</summary>
    public static FlagKind Off { get; } = new(false, 0);

    public override string Allowed => "true or false (1 or 0)";

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. offered.Select(value => value.DeepClone())]) };

    public override ConfigNode Canonical(ConfigNode node) => Canonical(node, static flag => flag ? "true" : "false");

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out bool value)
    {
        var text = (node as ScalarNode)?.Text;
        value = text is "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
        return value || text is "0" || string.Equals(text, "false", StringComparison.OrdinalIgnoreCase) || Refuse(node, context);
    }
}
