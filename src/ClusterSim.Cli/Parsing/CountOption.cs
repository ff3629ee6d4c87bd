using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterSim.Cli.Parsing;

/// <summary>An option whose value is a whole number from 1; null if it is not given.</summary>
internal sealed class CountOption : Option<int?>
{
    public CountOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "N";
        CustomParser = Parse;
    }

    private static int? Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return count;
        }

        result.AddError($"'{given}' is no whole number from 1 to {int.MaxValue}.");
        return null;
    }
}
