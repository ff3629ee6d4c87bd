using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>
/// The experiment that a sweep varies: the name of its file, or inline. It is checked together with each point, since axes may give
/// what it lacks.
/// </summary>
internal sealed class BaseKind : ValueKind<ConfigNode>
{
    private BaseKind()
    {
    }

    public static BaseKind Instance { get; } = new();

    public override string Allowed => "the name of an experiment's file, or the keys of an experiment inline";

    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "object") };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out ConfigNode value)
    {
        value = node;
        return node is MapNode || (node is ScalarNode name && InputPath.IsPath(name.Text)) || Refuse(node, context, "is no experiment");
    }
}
