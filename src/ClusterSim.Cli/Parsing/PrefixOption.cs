using System.CommandLine;
using System.CommandLine.Parsing;

namespace ClusterSim.Cli.Parsing;

/// <summary><c>--output</c>: where the files of a workload go, as folder and beginning of their names.</summary>
internal sealed class PrefixOption : Option<string>
{
    public PrefixOption(string description)
        : base("--output", "-o")
    {
        Description = description;
        HelpName = "PREFIX";
        Required = true;
        CustomParser = Parse;
    }

    private static string? Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (given.Length > 0 && !given.Contains('\0', StringComparison.Ordinal) && Path.GetFileName(given).Length > 0)
        {
            return given;
        }

        result.AddError($"'{given}' is no prefix. Give folder and beginning of the files' names: folder/name for folder/name.0.et.");
        return null;
    }
}
