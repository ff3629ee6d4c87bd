using System.CommandLine;
using ClusterSim.Cli.Parsing;

namespace ClusterSim.Cli.Commands.Workload;

/// <summary>Works on workloads, without a network. A new one of these commands is one file in this folder and one line here.</summary>
internal sealed class WorkloadCommand : Command, IWithExamples
{
    public WorkloadCommand(CommandContext context)
        : base("workload", "Converts, shows and rescales what the NPUs execute.")
    {
        Add(new ConvertCommand(context));
        Add(new ShowCommand(context));
        Add(new RescaleCommand(context));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim workload convert resnet.txt --npus 8 --iterations 2 -o traces/resnet",
        "clustersim workload show traces/resnet",
        "clustersim workload rescale traces/resnet --npus 64 -o traces/resnet-64",
    ];
}
