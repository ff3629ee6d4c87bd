using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Cli.Commands;

/// <summary>Lists the points of a sweep without running any.</summary>
internal sealed class SweepPlanCommand : Command, IWithExamples, ITakesInput
{
    private readonly CommandContext context;
    private readonly SetOption settings = new();
    private readonly FormatOption format = SweepOptionSet.NewFormat();
    private readonly Argument<string> file = new("SWEEP") { Description = "The sweep's file." };

    public SweepPlanCommand(CommandContext context)
        : base("plan", "Lists the points of a sweep with what each takes, and why some cannot be simulated.")
    {
        this.context = context;
        Add(file);
        Add(settings);
        Add(format);
        SetAction(Execute);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim sweep plan cluster-config/sweeps/grid.yaml",
        "clustersim sweep plan cluster-config/sweeps/grid.yaml --format csv",
    ];

    public IReadOnlyList<Problem> InputProblems(ParseResult parsed) => SweepExecution.Problems(parsed.GetValue(file), settings.Read(parsed));

    private int Execute(ParseResult parsed)
    {
        var sweep = Sweep.Read(parsed.GetRequiredValue(file), settings.Read(parsed));
        context.Terminal.Note(sweep.Notes);
        var totals = new PlanTotals();
        Print(sweep, totals, format.Read(parsed));
        return totals.Invalid == 0 ? ExitCode.Success : ExitCode.InvalidInput;
    }

    private void Print(Sweep sweep, PlanTotals totals, OutputFormat chosen)
    {
        var points = totals.Counted(sweep.Estimate(context.Cancellation));
        chosen.Write(
            table: () => new PlanTable(sweep, context.Terminal).Write(points, totals),
            json: () => PlanRows.WriteJson(sweep, points, context.Terminal.Output),
            csv: () => PlanRows.WriteCsv(sweep, points, context.Terminal.Output));
    }
}
