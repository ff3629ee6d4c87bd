using System.CommandLine;
using ClusterSim.Cli.Parsing;

namespace ClusterSim.Cli.Commands;

/// <summary>What concerns a running cluster as a whole.</summary>
internal sealed class ClusterCommand : Command, IWithExamples
{
    public ClusterCommand(CommandContext context)
        : base("cluster", "Looks after a running cluster.")
    {
        Add(new ClusterStatusCommand(context));
    }

    public IReadOnlyList<string> Examples { get; } = ["clustersim cluster status 127.0.0.1:7700"];
}
