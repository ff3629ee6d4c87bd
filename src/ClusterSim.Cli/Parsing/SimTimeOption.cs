using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClusterSim.Core.Units;

namespace ClusterSim.Cli.Parsing;

/// <summary>An option whose value is a simulated time with its unit, such as <c>1500ns</c> or <c>2.5ms</c>; null if it is not given.</summary>
internal sealed class SimTimeOption : Option<SimTime?>
{
    private static readonly (string Unit, decimal Ns)[] Units = [("ns", 1), ("us", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000)];

    public SimTimeOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "TIME";
        CustomParser = Parse;
    }

    /// <summary>The time; null: none is given, or one that is no time, which is complained of elsewhere.</summary>
    public SimTime? In(SymbolResult line) => line.GetResult(this) is { } result && !result.Errors.Any() ? line.GetValue(this) : null;

    private static SimTime? Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        foreach (var (unit, ns) in Units)
        {
            if (given.EndsWith(unit, StringComparison.Ordinal)
                && decimal.TryParse(given.AsSpan(0, given.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                && count <= long.MaxValue / ns)
            {
                return new SimTime((long)(count * ns));
            }
        }

        result.AddError($"'{given}' is no simulated time. Give a number and its unit, such as 1500ns, 20us, 2.5ms or 1s.");
        return null;
    }
}
