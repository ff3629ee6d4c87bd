using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Hosting.Plugins;

namespace ClusterSim.Cli.Commands;

/// <summary>Lists the collective algorithms that system files may name.</summary>
internal sealed class CollectivesCommand : Command, IWithExamples
{
    private readonly CommandContext context;
    private readonly PluginOption plugins = new();
    private readonly FormatOption format = new("How the list is printed.");

    public CollectivesCommand(CommandContext context)
        : base("collectives", "Lists the collective algorithms there are, with their parameters and where they come from.")
    {
        this.context = context;
        Add(plugins);
        Add(format);
        SetAction(Execute);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim collectives",
        "clustersim collectives --plugin MyCollectives.dll --format json",
    ];

    private int Execute(ParseResult parsed)
    {
        var collectives = CollectiveList.Read(plugins.Read(parsed));
        var list = new CollectiveListing(collectives, context.Terminal);
        format.Read(parsed).Write(list.WriteTable, list.WriteJson, list.WriteCsv);
        context.Terminal.Output.Flush();
        return ExitCode.Success;
    }
}
