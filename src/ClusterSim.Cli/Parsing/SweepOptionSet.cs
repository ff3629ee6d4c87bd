using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Sweeps;

namespace ClusterSim.Cli.Parsing;

/// <summary>The options of all commands that run sweeps.</summary>
internal sealed class SweepOptionSet
{
    private readonly CountOption jobs = new("--jobs", "How many points run at once. Default: as many as the machine has cores.");
    private readonly Option<bool> retry = new("--retry-failed") { Description = "Runs points again that failed before." };

    public SweepOptionSet(Command command)
    {
        command.Add(jobs);
        command.Add(retry);
        command.Add(Format);
    }

    public ChoiceOption<OutputFormat> Format { get; } = NewFormat();

    /// <summary>How the points of a sweep are printed.</summary>
    public static ChoiceOption<OutputFormat> NewFormat() => new(
        "--format", "How the points are printed.", ("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv));

    public SweepOptions Read(ParseResult parsed) => new()
    {
        Jobs = parsed.GetValue(jobs) ?? Environment.ProcessorCount,
        RetryFailed = parsed.GetValue(retry),
    };
}
