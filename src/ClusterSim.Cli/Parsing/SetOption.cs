using System.CommandLine;
using ClusterSim.Hosting.Configuration;

namespace ClusterSim.Cli.Parsing;

/// <summary>Sets keys of an experiment.</summary>
internal sealed class SetOption : Option<string[]>
{
    public SetOption()
        : base("--set")
    {
        Description = "Sets a key of the experiment to a value in YAML, such as network.npus_count=[8]. May be given often.";
        HelpName = "KEY=VALUE";
    }

    public IEnumerable<Override> Read(ParseResult parsed) => (parsed.GetValue(this) ?? []).Select(Override.Parse);
}
