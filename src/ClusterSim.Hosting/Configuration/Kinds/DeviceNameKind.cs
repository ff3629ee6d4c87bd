using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>The name of a device of a network: part of the names of actors and links.</summary>
internal sealed partial class DeviceNameKind : ValueKind<string>
{
    private const string Pattern = "^[A-Za-z][A-Za-z0-9_.-]*$";

    private DeviceNameKind()
    {
    }

    public static DeviceNameKind Instance { get; } = new();

    public override string Allowed => "a name of letters, digits, _, . and - that begins with a letter";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Pattern };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = (node as ScalarNode)?.Text;
        return (value is not null && Name().IsMatch(value)) || Refuse(node, context);
    }

    [GeneratedRegex(Pattern, RegexOptions.None, 1000)]
    private static partial Regex Name();
}
