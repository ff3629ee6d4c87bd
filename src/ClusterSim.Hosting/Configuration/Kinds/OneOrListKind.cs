using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A value, or a list of at least one.</summary>
/// <param name="item">What each value is.</param>
internal sealed class OneOrListKind<T>(ValueKind<T> item) : ValueKind<IReadOnlyList<T>>
{
    private readonly ListKind<T> list = new(item);

    public override string Allowed => $"{item.Allowed}, or a list of such";

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(item.Schema(), list.Schema()) };

    public override ConfigNode Rewrite(ConfigNode node, Func<ValueKind, ConfigNode, ConfigNode> change) =>
        node is ListNode ? list.Rewrite(node, change) : item.Rewrite(node, change);

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        if (node is ListNode)
        {
            return list.TryRead(node, context, out value);
        }

        value = item.TryRead(node, context, out var read) ? [read] : null;
        return value is not null;
    }
}
