using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>Text for people.</summary>
internal sealed class TextKind : ValueKind<string>
{
    private TextKind()
    {
    }

    public static TextKind Instance { get; } = new();

    public override string Allowed => "text";

    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number") };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = (node as ScalarNode)?.Text;
        return value is not null || Refuse(node, context, "is no text");
    }
}
