using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Comparison;
using ClusterSim.Sweeps.Journal;

namespace ClusterSim.Cli.Commands;

/// <summary>Compares the results of two sweeps over the same axes.</summary>
internal sealed class SweepDiffCommand : Command, IWithExamples, ITakesResults
{
    private readonly CommandContext context;
    private readonly Argument<string> first = new("DIR1") { Description = "The folder of a sweep." };
    private readonly Argument<string> second = new("DIR2") { Description = "The folder of the sweep that is compared with it." };
    private readonly ChoiceOption<OutputFormat> format = new(
        "--format", "How the differences are printed; csv lists every point.", ("table", OutputFormat.Table), ("csv", OutputFormat.Csv));

    public SweepDiffCommand(CommandContext context)
        : base("diff", "Compares the results of two sweeps by their axes: what differs, and by how much.")
    {
        this.context = context;
        Add(first);
        Add(second);
        Add(format);
        SetAction(Execute);
    }

    public IReadOnlyList<string> Examples { get; } = ["clustersim sweep diff before after", "clustersim sweep diff before after --format csv"];

    private int Execute(ParseResult parsed)
    {
        var one = new SweepFolder(parsed.GetRequiredValue(first));
        var other = new SweepFolder(parsed.GetRequiredValue(second));
        var problems = new ProblemList();
        problems.AddRange(one.PlanProblems());
        problems.AddRange(other.PlanProblems());
        problems.ThrowIfAny();
        using var before = SweepResults.Open(one);
        using var after = SweepResults.Open(other);
        var comparison = SweepComparison.Of(before, after);
        if (format.Read(parsed) == OutputFormat.Csv)
        {
            DifferenceTable.WriteCsv(comparison, context.Terminal.Output);
        }
        else
        {
            DifferenceTable.Write(comparison, context.Terminal);
        }

        return comparison.AreEqual ? ExitCode.Success : ExitCode.Failure;
    }
}
