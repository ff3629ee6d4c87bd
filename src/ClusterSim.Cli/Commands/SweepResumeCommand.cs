using System.CommandLine;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Journal;

namespace ClusterSim.Cli.Commands;

/// <summary>Goes on with a sweep that was stopped.</summary>
internal sealed class SweepResumeCommand : Command, IWithExamples
{
    private readonly CommandContext context;
    private readonly SweepOptionSet options;
    private readonly Argument<string> folder = new("DIR") { Description = "The folder of the sweep." };

    public SweepResumeCommand(CommandContext context)
        : base("resume", "Goes on with a sweep that was stopped, and writes its tables.")
    {
        this.context = context;
        Add(folder);
        options = new SweepOptionSet(this);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } = ["clustersim sweep resume grid", "clustersim sweep resume grid --retry-failed"];

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(folder);
        var kept = new SweepFolder(path);
        var problems = new ProblemList();
        using var runner = options.TryStart(parsed, problems);
        problems.AddRange(kept.Problems());
        problems.ThrowIfAny();
        return await new SweepExecution(context, options.Watch(parsed)).RunAsync(runner!, Sweep.Read(kept.Definition, []), path, options.Read(parsed), options.Format.Read(parsed));
    }
}
