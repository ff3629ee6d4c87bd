using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ClusterSim.Cli.Parsing;

/// <summary>An option whose value is a rate above 0; null if it is not given.</summary>
internal sealed class RateOption : Option<double?>
{
    // Beyond any machine, and so that times fit.
    private const double Least = 1e-6;
    private const double Most = 1e12;

    /// <param name="name">With its dashes.</param>
    /// <param name="unit">What it is given in, for help and messages.</param>
    /// <param name="description">For the help.</param>
    public RateOption(string name, string unit, string description)
        : base(name)
    {
        Description = description;
        HelpName = unit;
        CustomParser = result => Parse(result, unit);
    }

    private static double? Parse(ArgumentResult result, string unit)
    {
        var given = result.Tokens[0].Value;
        if (double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is >= Least and <= Most)
        {
            return rate;
        }

        result.AddError($"'{given}' is no rate. Give a number from {Least:0.000000} to {Most:0}, in {unit}.");
        return null;
    }
}
