using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>Where a node is reached.</summary>
internal sealed class HostPortKind : ValueKind<HostPort>
{
    private HostPortKind()
    {
    }

    public static HostPortKind Instance { get; } = new();

    public override string Allowed => "HOST:PORT, such as 127.0.0.1:7700";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = @"^\S+:[0-9]+$" };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out HostPort value)
    {
        value = node is ScalarNode scalar ? HostPort.Parse(scalar.Text) : null;
        return value is not null || Refuse(node, context, "is no address of a node");
    }
}
