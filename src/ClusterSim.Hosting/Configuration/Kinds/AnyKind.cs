using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>Any value at all: of keys that mean nothing here.</summary>
internal sealed class AnyKind : ValueKind<ConfigNode>
{
    private AnyKind()
    {
    }

    public static AnyKind Instance { get; } = new();

    public override string Allowed => "any value";

    public override JsonObject Schema() => [];

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out ConfigNode value)
    {
        value = node;
        return true;
    }
}
