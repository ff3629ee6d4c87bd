using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A finite number, with a fraction or without.</summary>
/// <param name="least">The smallest one allowed.</param>
/// <param name="most">The largest one allowed.</param>
/// <param name="unit">For messages and help.</param>
internal sealed class NumberKind(double least, double most = double.MaxValue, string? unit = null) : ValueKind<double>
{
    public override string Allowed => most < double.MaxValue
        ? $"a number from {NumberText.Of(least)} to {NumberText.Of(most)}{NumberText.Unit(unit)}"
        : $"a number of at least {NumberText.Of(least)}{NumberText.Unit(unit)}";

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "number", ["minimum"] = least };
        if (most < double.MaxValue)
        {
            schema["maximum"] = most;
        }

        return schema;
    }

    // There is no difference between 0 and -0.
    public override ConfigNode Canonical(ConfigNode node) => Canonical(node, static number => (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture));

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out double value)
    {
        value = 0;
        if (node is not ScalarNode { IsPlain: true } scalar || NumberText.Read(scalar.Text) is not { } number)
        {
            return Refuse(node, context, "is no number");
        }

        if (double.IsInfinity(number))
        {
            return Refuse(node, context, "is too large a number");
        }

        value = number;
        return (number >= least && number <= most) || Refuse(node, context);
    }
}
