using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>Yes or no. The reference writes 1 and 0, people write true and false.</summary>
internal sealed class FlagKind : ValueKind<bool>
{
    private FlagKind()
    {
    }

    public static FlagKind Instance { get; } = new();

    public override string Allowed => "true or false (1 or 0)";

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray(true, false, 1, 0) };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out bool value)
    {
        var text = (node as ScalarNode)?.Text;
        value = text is "1" or "true";
        return value || text is "0" or "false" || Refuse(node, context);
    }
}
