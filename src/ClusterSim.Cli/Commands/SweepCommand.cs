using System.CommandLine;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Sweeps;

namespace ClusterSim.Cli.Commands;

/// <summary>Simulates many configurations of an experiment.</summary>
internal sealed class SweepCommand : Command, IWithExamples, ITakesInput
{
    private readonly CommandContext context;
    private readonly SweepOptionSet options;
    private readonly SetOption settings = new();
    private readonly Argument<string> file = new("SWEEP") { Description = "The sweep's file." };
    private readonly Option<string?> folder = new("--output", "-o")
    {
        Description = "Where its results are kept. What is finished there is not run again. Default: results/ and the sweep's name.",
        HelpName = "DIR",
    };

    public SweepCommand(CommandContext context)
        : base("sweep", "Simulates many configurations of an experiment, and keeps what it finds.")
    {
        this.context = context;
        Add(file);
        Add(folder);
        Add(settings);
        options = new SweepOptionSet(this);
        Add(new SweepPlanCommand(context));
        Add(new SweepStatusCommand(context));
        Add(new SweepResumeCommand(context));
        Add(new SweepDiffCommand(context));
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim sweep cluster-config/sweeps/resnet50-hgx-h100.yaml",
        "clustersim sweep cluster-config/sweeps/grid.yaml -o grid --jobs 4",
        "clustersim sweep cluster-config/sweeps/grid.yaml -o grid --cluster 127.0.0.1:7700",
        "clustersim sweep cluster-config/sweeps/grid.yaml -o grid --watch",
        "clustersim sweep plan cluster-config/sweeps/grid.yaml",
        "clustersim sweep resume grid",
    ];

    public IReadOnlyList<Problem> InputProblems(ParseResult parsed)
    {
        var problems = new ProblemList();
        options.Check(parsed, problems);
        problems.AddRange(SweepExecution.Problems(parsed.GetValue(file), settings.Read(parsed)));
        return problems.Problems;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var problems = new ProblemList();
        using var runner = options.TryStart(parsed, problems);
        if (runner is null)
        {
            throw new InvalidInputException([.. problems.Problems, .. SweepExecution.Problems(parsed.GetValue(file), settings.Read(parsed))]);
        }

        var sweep = Sweep.Read(parsed.GetRequiredValue(file), settings.Read(parsed));
        var path = parsed.GetValue(folder) ?? Path.Combine("results", Path.GetFileName(sweep.Name));
        return await new SweepExecution(context, options.Watch(parsed)).RunAsync(runner, sweep, path, options.Read(parsed), options.Format.Read(parsed));
    }
}
