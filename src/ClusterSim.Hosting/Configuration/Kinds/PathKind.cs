using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>The path of something that is not read with the document; relative to the file that names it.</summary>
/// <param name="what">What it is the path of, with its article: <c>a prefix of trace files</c>.</param>
/// <param name="content">What lies there, for those who need it elsewhere.</param>
internal sealed class PathKind(string what, PathContent content) : ValueKind<InputPath>
{
    public PathContent Content => content;

    public override string Allowed => $"the path of {what}";

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };

    /// <summary>The same value with its path in full, which means the same in any file.</summary>
    public static ConfigNode InFull(ConfigNode node) => Rewrite(node, static path => path);

    /// <summary>The same value with another path for its own.</summary>
    /// <param name="node">The value.</param>
    /// <param name="pathOf">Gets its path in full.</param>
    public static ConfigNode Rewrite(ConfigNode node, Func<string, string> pathOf) =>
        node is ScalarNode scalar && InputPath.IsPath(scalar.Text)
            ? new ScalarNode(scalar.Place, pathOf(InputPath.Of(scalar).FullPath), isPlain: false)
            : node;

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out InputPath value)
    {
        value = node is ScalarNode scalar && InputPath.IsPath(scalar.Text) ? InputPath.Of(scalar) : null;
        return value is not null || Refuse(node, context, "is no path");
    }
}
