using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterSim.Cli.Parsing;

/// <summary>An option whose value is a share above 0, up to 1; null if it is not given.</summary>
internal sealed class ShareOption : Option<double?>
{
    public ShareOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "SHARE";
        CustomParser = Parse;
    }

    private static double? Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1)
        {
            return share;
        }

        result.AddError($"'{given}' is no share. Give a number above 0, up to 1, such as 0.01.");
        return null;
    }
}
