using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterSim.Cli.Parsing;

/// <summary>An option whose value is a time with its unit, such as <c>90s</c>, <c>30min</c> or <c>2h</c>; null if it is not given.</summary>
internal sealed class DurationOption : Option<TimeSpan?>
{
    private static readonly (string Unit, double Seconds)[] Units = [("min", 60), ("s", 1), ("h", 3600)];

    public DurationOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "TIME";
        CustomParser = Parse;
    }

    private static TimeSpan? Parse(ArgumentResult result)
    {
        const double MostSeconds = 1e7;
        var given = result.Tokens[0].Value;
        foreach (var (unit, seconds) in Units)
        {
            if (given.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(given.AsSpan(0, given.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                && count * seconds is > 0 and <= MostSeconds)
            {
                return TimeSpan.FromSeconds(count * seconds);
            }
        }

        result.AddError($"'{given}' is no time. Give a number and its unit, such as 90s, 30min or 2h.");
        return null;
    }
}
