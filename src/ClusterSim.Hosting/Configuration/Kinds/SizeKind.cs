using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>An amount of data in bytes, or as a number with a unit.</summary>
/// <param name="leastBytes">The smallest one allowed.</param>
internal sealed class SizeKind(long leastBytes) : ValueKind<long>
{
    // Delays are computed in doubles, which hold whole numbers exactly up to here.
    private const long MostBytes = 1L << 53;

    private static readonly Choice<long>[] Units = [new("KiB", 1L << 10), new("MiB", 1L << 20), new("GiB", 1L << 30), new("B", 1)];

    public override string Allowed =>
        $"whole bytes of at least {NumberText.Of(leastBytes)}, or a size with one of the units B, KiB, MiB, GiB, such as 1MiB";

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = leastBytes, ["maximum"] = MostBytes },
            new JsonObject { ["type"] = "string", ["pattern"] = @"^[0-9]+(\.[0-9]+)? ?(B|KiB|MiB|GiB)$" }),
    };

    public override ConfigNode Canonical(ConfigNode node) => Canonical(node, static bytes => bytes.ToString(CultureInfo.InvariantCulture));

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out long value)
    {
        value = 0;
        if (node is not ScalarNode scalar || Bytes(scalar.Text) is not { } bytes)
        {
            return Refuse(node, context, "is no size");
        }

        if (bytes > MostBytes)
        {
            return Refuse(node, context, $"is more than {NumberText.Of(MostBytes)} bytes");
        }

        if (bytes < leastBytes || Math.Floor(bytes) != bytes)
        {
            return Refuse(node, context);
        }

        value = (long)bytes;
        return true;
    }

    private static double? Bytes(string text)
    {
        var unit = Array.Find(Units, unit => text.EndsWith(unit.Name, StringComparison.Ordinal));
        return unit is null
            ? NumberText.Read(text)
            : NumberText.Read(text[..^unit.Name.Length].TrimEnd(' ')) * unit.Value;
    }
}
