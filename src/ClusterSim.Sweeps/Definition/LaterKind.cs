using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>A value that is read later, so that a mistake in it does not keep its neighbours from being looked at.</summary>
/// <param name="kind">What it is.</param>
internal sealed class LaterKind<T>(ValueKind<T> kind) : ValueKind<ConfigNode>
{
    public override string Allowed => kind.Allowed;

    public override JsonObject Schema() => kind.Schema();

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out ConfigNode value)
    {
        value = node;
        return true;
    }
}
