using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>What a sweep is called. Its folder has that name too, where no other is given.</summary>
internal sealed class SweepNameKind : ValueKind<string>
{
    private SweepNameKind()
    {
    }

    public static SweepNameKind Instance { get; } = new();

    public override string Allowed => "a name that a folder may have: without / and \\, and not only of dots";

    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number"), ["pattern"] = @"^[^/\\]*[^./\\][^/\\]*$" };

    public static bool IsName(string text) =>
        text.Trim('.').Length > 0 && !text.AsSpan().ContainsAny('/', '\\') && !text.Any(char.IsControl);

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = node is ScalarNode scalar && IsName(scalar.Text) ? scalar.Text : null;
        return value is not null || Refuse(node, context);
    }
}
