using System.CommandLine;

namespace ClusterSim.Cli.Parsing;

/// <summary><c>--groups</c>: the process groups of traces.</summary>
internal sealed class GroupsOption : Option<string?>
{
    public GroupsOption()
        : base("--groups")
    {
        Description = "The file of process groups that the traces name. Default: PREFIX.groups.json, where it exists.";
        HelpName = "FILE";
    }
}
