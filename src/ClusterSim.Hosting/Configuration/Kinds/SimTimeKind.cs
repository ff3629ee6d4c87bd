using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A simulated time in nanoseconds, or as a number with a unit.</summary>
/// <param name="mostNs">The latest one allowed.</param>
internal sealed class SimTimeKind(long mostNs) : ValueKind<SimTime>
{
    // Longer names first: ms ends with s.
    private static readonly Choice<long>[] Units = [new("ns", 1), new("us", 1000), new("ms", 1_000_000), new("s", 1_000_000_000)];

    public override string Allowed => $"whole ns from 0 to {NumberText.Of(mostNs)}, or a time with one of the units ns, us, ms, s, such as 5ms";

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = mostNs },
            new JsonObject { ["type"] = "string", ["pattern"] = @"^[0-9]+(\.[0-9]+)? ?(ns|us|ms|s)$" }),
    };

    public override ConfigNode Canonical(ConfigNode node) => Canonical(node, static time => time.Ns.ToString(CultureInfo.InvariantCulture));

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out SimTime value)
    {
        value = default;
        if (node is not ScalarNode scalar || NsOf(scalar.Text) is not { } ns)
        {
            return Refuse(node, context, "is no time");
        }

        if (ns < 0 || ns > mostNs || Math.Floor(ns) != ns)
        {
            return Refuse(node, context);
        }

        value = new SimTime((long)ns);
        return true;
    }

    // In decimals, since 0.1 ms is a whole number of nanoseconds.
    private static decimal? NsOf(string text)
    {
        var unit = Array.Find(Units, unit => text.EndsWith(unit.Name, StringComparison.Ordinal));
        var number = unit is null ? text : text[..^unit.Name.Length].TrimEnd(' ');
        return decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) <= TooLong
            ? value * (unit?.Value ?? 1)
            : null;
    }

    // What is longer is no time that anybody means, and fits a decimal in every unit.
    private const decimal TooLong = 1e18m;
}
