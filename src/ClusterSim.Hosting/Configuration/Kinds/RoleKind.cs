using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>The name of a role. Which there are is known to the program that runs the node, not here.</summary>
internal sealed class RoleKind : ValueKind<string>
{
    private const int Longest = 40;

    private RoleKind()
    {
    }

    public static RoleKind Instance { get; } = new();

    public override string Allowed => "a name of small letters, digits and dashes, such as worker";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[a-z][a-z0-9-]*$" };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = node is ScalarNode scalar && IsRole(scalar.Text) ? scalar.Text : null;
        return value is not null || Refuse(node, context, "is no role");
    }

    private static bool IsRole(string text) =>
        text.Length is > 0 and <= Longest && char.IsAsciiLetterLower(text[0])
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
