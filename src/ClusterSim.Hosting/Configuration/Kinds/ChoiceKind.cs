using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>One of a few names.</summary>
/// <param name="choices">The names, in the order in which messages list them.</param>
internal sealed class ChoiceKind<TChoice>(params TChoice[] choices) : ValueKind<TChoice>
    where TChoice : Choice
{
    private IEnumerable<string> Names => choices.Select(choice => choice.Name);

    public override string Allowed => $"one of {string.Join(", ", Names)}";

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. Names.Select(name => (JsonNode)name)]) };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out TChoice value)
    {
        var text = (node as ScalarNode)?.Text;
        value = Array.Find(choices, choice => choice.Name == text);
        return value is not null || Refuse(node, context, remedy: NameAdvice.For(text, Names));
    }
}
