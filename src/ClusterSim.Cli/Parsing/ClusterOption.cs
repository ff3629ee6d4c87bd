using System.CommandLine;
using System.CommandLine.Parsing;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cli.Parsing;

/// <summary>The cluster that does the work; null if it is not given.</summary>
internal sealed class ClusterOption : Option<HostPort?>
{
    /// <param name="description">What the cluster does.</param>
    public ClusterOption(string description)
        : base("--cluster")
    {
        Description = description;
        HelpName = "HOST:PORT";
        CustomParser = Parse;
    }

    private static HostPort? Parse(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        var node = HostPort.Parse(given);
        if (node is null)
        {
            result.AddError($"'{given}' is no address of a node. Give HOST:PORT, such as 127.0.0.1:7700.");
        }

        return node;
    }
}
