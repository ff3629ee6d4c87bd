using System.CommandLine;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cli.Parsing;

/// <summary>How a command reaches a cluster that is not on this machine, or takes TLS.</summary>
internal sealed class ClientOptions
{
    private readonly Option<string?> file = new("--config")
    {
        HelpName = "FILE",
        Description = "A node file, of which address, tls, limits and failure-detection hold for this process. Needed where the cluster has tls.",
    };

    public ClientOptions(Command command)
    {
        command.Add(file);
    }

    /// <summary>Refuses the options where there is no cluster to reach.</summary>
    public void RefuseAlone(ParseResult parsed, ProblemList problems)
    {
        if (parsed.GetValue(file) is not null)
        {
            problems.Add(file.Name, "It says how to reach a cluster, and none is given.", $"Add --cluster HOST:PORT, or leave out {file.Name}.");
        }
    }

    /// <summary>How this process talks to others; null if anything is wrong with its file.</summary>
    public NodeOptions? Read(ParseResult parsed, ProblemList problems)
    {
        if (parsed.GetValue(file) is not { } path)
        {
            return new NodeOptions();
        }

        try
        {
            // A node may run on this machine with the same file, so its port is not taken.
            var node = NodeFile.Load(path, []);
            return node with { Bind = node.Bind with { Port = 0 }, PublicPort = null, Roles = [], Seeds = [] };
        }
        catch (InvalidInputException invalid)
        {
            problems.AddRange(invalid.Problems);
            return null;
        }
    }
}
