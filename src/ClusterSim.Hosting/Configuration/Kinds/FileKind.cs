using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A part of an experiment: inline, or the name of a file that holds it.</summary>
/// <param name="content">What the part is.</param>
/// <param name="schema">The file with the JSON Schema of such parts, where there is one.</param>
internal sealed class FileKind<T>(ValueKind<T> content, string? schema = null) : ValueKind<T>
{
    public override string Allowed => $"the name of a file, or inline {content.Allowed}";

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["minLength"] = 1, ["description"] = "A file, relative to the one that names it." },
            schema is null ? content.Schema() : new JsonObject { ["$ref"] = schema }),
    };

    public override IEnumerable<string> Keys => content.Keys;

    public override ValueKind? Below(string key) => content.Below(key);

    public override ConfigNode Open(ConfigNode node, DocumentReader reader) =>
        node is ScalarNode name && InputPath.IsPath(name.Text) ? reader.ReadFile(InputPath.Of(name).Display, name.Place) : node;

    public override ConfigNode Rewrite(ConfigNode node, Func<ValueKind, ConfigNode, ConfigNode> change) =>
        content.Rewrite(change(this, node), change);

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value) =>
        node is ScalarNode name && !InputPath.IsPath(name.Text)
            ? TryRefuse(node, context, out value)
            : content.TryRead(node, context, out value);

    private bool TryRefuse(ConfigNode node, ReadContext context, out T? value)
    {
        value = default;
        return Refuse(node, context, "is no path");
    }
}
