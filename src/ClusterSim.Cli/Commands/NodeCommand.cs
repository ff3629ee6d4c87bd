using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Cluster.Membership;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cli.Commands;

/// <summary>Runs a node of a cluster until it is asked to leave.</summary>
internal sealed class NodeCommand : Command, IWithExamples, ITakesInput
{
    // Longer than the services of a node have to hand back their work.
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(20);

    private readonly CommandContext context;
    private readonly Option<string> file = new("--config") { Required = true, HelpName = "FILE", Description = "The node's file." };
    private readonly SetOption settings = new("Sets a key of the node to a value in YAML, such as port=0. May be given often.");
    private readonly ChoiceOption<ReportFormat> format = new(
        "--format",
        "How it reports what happens, a line each.",
        ("text", ReportFormat.Text),
        ("json", ReportFormat.Json));

    public NodeCommand(CommandContext context)
        : base("node", "Runs a node of a cluster. Ctrl-C and SIGTERM make it hand back its work and leave.")
    {
        this.context = context;
        Add(file);
        Add(settings);
        Add(format);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim node --config cluster-config/nodes/seed.yaml",
        "clustersim node --config cluster-config/nodes/worker.yaml --set seeds=[127.0.0.1:7700] --set cores=4",
    ];

    public IReadOnlyList<Problem> InputProblems(ParseResult parsed)
    {
        if (parsed.GetResult(file) is null)
        {
            return [];
        }

        try
        {
            Load(parsed);
            return [];
        }
        catch (InvalidInputException invalid)
        {
            return invalid.Problems;
        }
    }

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        DynamicCode.Enable();
        var options = Load(parsed);
        var printer = new NodeReportPrinter(context.Terminal, format.Read(parsed));
        context.AllowToFinish(TimeToLeave);
        var end = await new NodeHost(options, ClusterParts.All, printer.Print).RunAsync(context.Cancellation);
        return end == NodeEnd.Left ? ExitCode.Success : ExitCode.Failure;
    }

    private NodeOptions Load(ParseResult parsed) => NodeFile.Load(parsed.GetRequiredValue(file), settings.Read(parsed));
}
