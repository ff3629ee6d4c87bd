using System.CommandLine;
using System.CommandLine.Help;
using ClusterSim.Cli.Commands.Inspect;
using ClusterSim.Cli.Commands.Workload;
using ClusterSim.Cli.Parsing;

namespace ClusterSim.Cli.Commands;

/// <summary>The program itself: its commands. A new command is one file in this folder and one line here.</summary>
internal sealed class ProgramCommand : RootCommand, IWithExamples
{
    public ProgramCommand(CommandContext context)
        : base("Simulates the training of neural networks on clusters of GPUs, from Chakra traces, to the nanosecond.")
    {
        Add(new SweepCommand(context));
        Add(new RunCommand(context));
        Add(new InspectCommand(context));
        Add(new ExportCommand(context));
        Add(new ReportCommand(context));
        Add(new VerifyCommand(context));
        Add(new ValidateCommand(context));
        Add(new WorkloadCommand(context));
        Add(new CollectivesCommand(context));
        Add(new NodeCommand(context));
        Add(new ClusterCommand(context));

        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim sweep cluster-config/sweeps/resnet50-hgx-h100.yaml",
        "clustersim run cluster-config/experiments/resnet50-hgx-h100-8.yaml",
        "clustersim validate cluster-config/experiments/*.yaml",
        "clustersim verify tests/ClusterSim.AcceptanceTests/Cases",
        "clustersim run --help",
    ];
}
