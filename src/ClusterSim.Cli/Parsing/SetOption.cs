using System.CommandLine;
using ClusterSim.Hosting.Configuration;

namespace ClusterSim.Cli.Parsing;

/// <summary>Sets keys of a file from the command line.</summary>
internal sealed class SetOption : Option<string[]>
{
    public SetOption(string description = "Sets a key of the experiment to a value in YAML, such as network.npus_count=[8]. May be given often.")
        : base("--set")
    {
        Description = description;
        HelpName = "KEY=VALUE";
    }

    /// <summary>What is to be set, in order.</summary>
    public IEnumerable<Override> Read(ParseResult parsed) => (parsed.GetValue(this) ?? []).Select(Override.Parse);
}
