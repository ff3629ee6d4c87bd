using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>The name or address of a machine.</summary>
internal sealed class HostKind : ValueKind<string>
{
    private HostKind()
    {
    }

    public static HostKind Instance { get; } = new();

    public override string Allowed => "the name or address of a machine, such as 127.0.0.1";

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = node is ScalarNode scalar && HostPort.IsHost(scalar.Text) ? scalar.Text : null;
        return value is not null || Refuse(node, context, "is no host");
    }
}
