using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>One of a few names.</summary>
/// <typeparam name="T">What the name stands for.</typeparam>
/// <param name="choices">The names, in the order in which messages list them.</param>
internal sealed class ChoiceKind<T>(params (string Name, T Value)[] choices) : ValueKind<T>
{
    private IEnumerable<string> Names => choices.Select(choice => choice.Name);

    public override string Allowed => $"one of {string.Join(", ", Names)}";

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. Names.Select(name => (JsonNode)name)]) };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        var text = (node as ScalarNode)?.Text;
        var index = Array.FindIndex(choices, choice => choice.Name == text);
        value = index < 0 ? default : choices[index].Value;
        return index >= 0 || Refuse(node, context, remedy: NameAdvice.For(text, Names));
    }
}
