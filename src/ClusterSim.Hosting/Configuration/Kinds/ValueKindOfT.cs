using System.Diagnostics.CodeAnalysis;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>What a setting may hold, and how it is read.</summary>
/// <typeparam name="T">What it becomes.</typeparam>
internal abstract class ValueKind<T> : ValueKind
{
    /// <summary>
    /// Reads a value; where it is not allowed, says so among the problems. A list or a map then has what is right of it, which
    /// only serves to find more mistakes.
    /// </summary>
    public bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return node is not UnreadableNode && TryReadReadable(node, context, out value);
    }

    /// <summary>A single value as the text of what it becomes, where it is right.</summary>
    protected ConfigNode Canonical(ConfigNode node, Func<T, string> text) =>
        TryRead(node, new ReadContext(new()), out var value) ? new ScalarNode(node.Place, text(value), isPlain: true) : node;

    /// <summary>Reads a value that stands in the document.</summary>
    protected abstract bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value);

    /// <summary>Says that a value is not allowed.</summary>
    /// <returns>False, for <see cref="TryReadReadable"/> to return.</returns>
    protected bool Refuse(ConfigNode node, ReadContext context, string fault = "is not allowed", string? remedy = null)
    {
        context.Refuse(node.Place.ToString(), $"{node.Given} {fault}: give {Allowed}.", remedy);
        return false;
    }
}
