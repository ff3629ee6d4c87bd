using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A whole number.</summary>
/// <param name="least">The smallest one allowed.</param>
/// <param name="most">The largest one allowed.</param>
/// <param name="unit">For messages and help.</param>
internal sealed class WholeNumberKind(long least, long most, string? unit = null) : ValueKind<long>
{
    public override string Allowed => $"a whole number from {NumberText.Of(least)} to {NumberText.Of(most)}{NumberText.Unit(unit)}";

    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    public override ConfigNode Canonical(ConfigNode node) => Canonical(node, static number => number.ToString(CultureInfo.InvariantCulture));

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out long value)
    {
        value = 0;
        if (node is not ScalarNode { IsPlain: true } scalar || NumberText.Read(scalar.Text) is null)
        {
            return Refuse(node, context, "is no number");
        }

        if (NumberText.ReadWhole(scalar.Text) is not { } whole)
        {
            return Refuse(node, context);
        }

        value = whole;
        return (whole >= least && whole <= most) || Refuse(node, context);
    }
}
