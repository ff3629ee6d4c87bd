using System.CommandLine;
using ClusterSim.Cli.Parsing;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>Asks a trace. A new question is one file in this folder and one line here.</summary>
internal sealed class InspectCommand : Command, IWithExamples
{
    public InspectCommand(CommandContext context)
        : base("inspect", "Asks the trace of a run, which run --trace has written, what happened and why.")
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the trace." };
        Add(folder);
        Add(new TopCommand(context, folder));
        Add(new WhyCommand(context, folder));
        Add(new WaitsCommand(context, folder));
        Add(new LinksCommand(context, folder));
        Add(new ActorsCommand(context, folder));
        Add(new ActorCommand(context, folder));
        Add(new PathCommand(context, folder));
        Add(new DiffCommand(context, folder));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim run cluster-config/experiments/resnet50-hgx-h100-8.yaml --trace trace",
        "clustersim inspect trace top",
        "clustersim inspect trace why end",
    ];
}
