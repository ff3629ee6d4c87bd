using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A name from a catalog that others add to.</summary>
/// <typeparam name="T">What the name stands for.</typeparam>
/// <param name="names">
/// The names for messages, perhaps with an explanation behind a space. A capital W at the end of a name stands for a whole
/// number from 1.
/// </param>
/// <param name="find">What a name stands for, or null.</param>
internal sealed class NameKind<T>(Func<IEnumerable<string>> names, Func<string, T?> find) : ValueKind<T>
    where T : class
{
    private IEnumerable<string> BareNames => names().Select(name => name.Split(' ')[0]);

    public override string Allowed => $"one of {string.Join(", ", names())}";

    public override JsonObject Schema()
    {
        var fixedNames = BareNames.Where(name => !IsPattern(name)).Select(name => (JsonNode)name);
        var patterns = BareNames.Where(IsPattern).Select(name => $"{name[..^1]}[1-9][0-9]*").ToArray();
        var listed = new JsonObject { ["enum"] = new JsonArray([.. fixedNames]) };
        return patterns.Length == 0
            ? listed
            : new() { ["anyOf"] = new JsonArray(listed, new JsonObject { ["pattern"] = $"^({string.Join('|', patterns)})$" }) };
    }

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        var text = (node as ScalarNode)?.Text;
        value = text is null ? null : find(text);
        return value is not null || Refuse(node, context, remedy: Advice(text));
    }

    private string? Advice(string? text) => BareNames.FirstOrDefault(name => IsPattern(name) && name == text) is { } pattern
        ? $"Write a number in the place of W: {pattern[..^1]}4."
        : NameAdvice.For(text, BareNames.Where(name => !IsPattern(name)));

    private static bool IsPattern(string name) => name.EndsWith('W');
}
