using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A finite number, with a fraction or without.</summary>
/// <param name="least">The smallest one allowed.</param>
/// <param name="isLeastAllowed">Whether <paramref name="least"/> itself is allowed.</param>
/// <param name="most">The largest one allowed.</param>
/// <param name="unit">For messages and help.</param>
internal sealed class NumberKind(double least, bool isLeastAllowed = true, double most = double.MaxValue, string? unit = null)
    : ValueKind<double>
{
    public override string Allowed
    {
        get
        {
            var lower = isLeastAllowed ? $"of at least {NumberText.Of(least)}" : $"greater than {NumberText.Of(least)}";
            var upper = most < double.MaxValue ? $" and at most {NumberText.Of(most)}" : "";
            return $"a number {lower}{upper}{NumberText.Unit(unit)}";
        }
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "number", [isLeastAllowed ? "minimum" : "exclusiveMinimum"] = least };
        if (most < double.MaxValue)
        {
            schema["maximum"] = most;
        }

        return schema;
    }

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
        var isAllowed = number <= most && (isLeastAllowed ? number >= least : number > least);
        return isAllowed || Refuse(node, context);
    }
}
