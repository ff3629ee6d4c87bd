using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Cluster.Status;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cli.Commands;

/// <summary>Shows the members of a cluster. Its exit code says whether the node that was asked is up, so it serves as a health check.</summary>
internal sealed class ClusterStatusCommand : Command, IWithExamples, ITakesInput
{
    private const int DefaultTimeoutSeconds = 10;

    private readonly CommandContext context;
    private readonly Argument<string> node = new("HOST:PORT") { Description = "Any node of the cluster, by the address that its first line names." };
    private readonly ClientOptions client;
    private readonly CountOption timeout = new("--timeout", $"How many seconds to wait for an answer. Default: {DefaultTimeoutSeconds}.");
    private readonly FormatOption format = new("How the members are printed.");

    public ClusterStatusCommand(CommandContext context)
        : base("status", "Shows the members of a running cluster: state, roles, cores, load, version, and what each does. Exit code 0: the node is up.")
    {
        this.context = context;
        Add(node);
        Add(format);
        Add(timeout);
        client = new ClientOptions(this);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim cluster status 127.0.0.1:7700",
        "clustersim cluster status worker-1:7700 --config client.yaml --format json",
    ];

    public IReadOnlyList<Problem> InputProblems(ParseResult parsed)
    {
        var problems = new ProblemList();
        Read(parsed, problems);
        return problems.Problems;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        DynamicCode.Enable();
        var problems = new ProblemList();
        var (asked, own) = Read(parsed, problems);
        problems.ThrowIfAny();
        var bound = TimeSpan.FromSeconds(parsed.GetValue(timeout) ?? DefaultTimeoutSeconds);
        var status = await new ClusterStatusQuery(own!, ClusterParts.All).AskAsync(asked!, bound, context.Cancellation);
        Print(status, format.Read(parsed));
        var isUp = status.Members.Any(member => member.Address == asked!.ToString() && member.State == "up");
        return isUp ? ExitCode.Success : ExitCode.Failure;
    }

    private (HostPort? Asked, NodeOptions? Own) Read(ParseResult parsed, ProblemList problems)
    {
        var given = parsed.GetValue(node);
        var asked = given is null ? null : HostPort.Parse(given);
        if (given is not null && asked is null)
        {
            problems.Add("HOST:PORT", $"{given} is no address of a node.", "Give HOST:PORT, such as 127.0.0.1:7700.");
        }

        return (asked, client.Read(parsed, problems));
    }

    private void Print(ClusterStatus status, OutputFormat chosen) => chosen.Write(
        table: () => TablePrinter.Print(ClusterStatusTable.Of(status), context.Terminal),
        json: () => ClusterStatusJson.Write(status, context.Terminal.Output),
        csv: () => ClusterStatusTable.WriteCsv(status, context.Terminal.Output));
}
