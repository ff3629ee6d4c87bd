using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Commands;

/// <summary>Tells how far the sweep in a folder is, also while it runs.</summary>
internal sealed class SweepStatusCommand : Command, IWithExamples, ITakesResults
{
    private readonly CommandContext context;
    private readonly FormatOption format = SweepOptionSet.NewFormat();
    private readonly Argument<string> folder = new("DIR") { Description = "The folder of the sweep." };
    private readonly Option<int?> point = new("--point")
    {
        Description = "Prints the whole configuration of a finished point, as an experiment that can be run.",
        HelpName = "N",
    };

    public SweepStatusCommand(CommandContext context)
        : base("status", "Tells how far the sweep in a folder is, and which points failed.")
    {
        this.context = context;
        Add(folder);
        Add(point);
        Add(format);
        SetAction(Execute);
    }

    public IReadOnlyList<string> Examples { get; } = ["clustersim sweep status grid", "clustersim sweep status grid --point 17 > experiment.yaml"];

    private int Execute(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(folder);
        using var results = SweepResults.Open(new SweepFolder(path));
        if (parsed.GetValue(point) is { } number)
        {
            context.Terminal.Output.Write(Configuration(results, number));
            return ExitCode.Success;
        }

        format.Read(parsed).Write(
            table: () => Print(results, path),
            json: () => SweepJson.Write(results, context.Terminal.Output),
            csv: () => results.WriteCsv(context.Terminal.Output));
        return ExitCode.Success;
    }

    private static string Configuration(SweepResults results, int number)
    {
        var row = results.Rows().Skip(number).FirstOrDefault();
        if (number < 0 || row is null)
        {
            throw new InvalidInputException("--point", $"There is no point {number}.", $"Give a number from 0 to {results.Plan.Count - 1}.");
        }

        return results.Configuration(row) ?? throw new InvalidInputException("--point", $"Point {number} is not finished yet.");
    }

    private void Print(SweepResults results, string path)
    {
        var counts = results.Rows().CountBy(row => row.Status).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var output = context.Terminal.Output;
        output.WriteLine($"{Printable.Of(results.Plan.Name)}: {Quantity.Points(results.Plan.Count)}, planned by version {results.Plan.Version}");
        output.WriteLine($"done    {Quantity.Exact(Count("done"))}");
        output.WriteLine($"failed  {Quantity.Exact(Count("failed"))}");
        output.WriteLine($"open    {Quantity.Exact(Count("open"))}");
        output.WriteLine("state   " + State(results.IsRunning, Count("open"), path));
        SweepTable.WriteErrors(results, Count("failed"), output);

        int Count(string status) => counts.GetValueOrDefault(status);
    }

    private static string State(bool isRunning, int open, string path) =>
        isRunning ? "running"
        : open > 0 ? $"stopped; clustersim sweep resume {Printable.Of(path)} goes on"
        : "finished";
}
