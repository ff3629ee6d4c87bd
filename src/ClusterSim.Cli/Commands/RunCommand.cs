using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Commands;

/// <summary>Simulates one experiment and prints what it found.</summary>
internal sealed class RunCommand : Command, IWithExamples, ITakesInput
{
    private readonly CommandContext context;
    private readonly EngineOptions engine;
    private readonly ReferenceOptions reference;
    private readonly Argument<string?> file = new("EXPERIMENT")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The experiment's file. Or leave it out, and give the reference's flags.",
    };

    private readonly SetOption settings = new("Sets a key of the experiment to a value in YAML, such as network.npus_count=[8]. May be given often.");

    private readonly ChoiceOption<OutputFormat> format = new(
        "--format",
        "How the result is printed.",
        ("table", OutputFormat.Table),
        ("json", OutputFormat.Json),
        ("csv", OutputFormat.Csv));

    private readonly Option<string?> timeline = new("--memory-timeline")
    {
        Description = "Writes the memory that tensors take over time to a CSV file (npu,time_ns,bytes). Needs track-local-mem in the system.",
        HelpName = "FILE",
    };

    public RunCommand(CommandContext context)
        : base("run", "Simulates one experiment and prints what it found.")
    {
        this.context = context;
        Add(file);
        Add(settings);
        Add(format);
        Add(timeline);
        engine = new EngineOptions(this, "as many as pay, up to the machine's cores");
        reference = new ReferenceOptions(this);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim run cluster-config/experiments/resnet50-hgx-h100-8.yaml",
        "clustersim run cluster-config/experiments/resnet50-hgx-h100-8.yaml --set network.bandwidth=[900] --format json",
        "clustersim run --workload-configuration traces/gpt --system-configuration system.json --network-configuration network.yml",
    ];

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        using var simulator = new Simulator();
        var loaded = Load(parsed);
        Tell(loaded.Notes);
        using var memory = OpenTimeline(parsed, loaded.Experiment);
        var result = await SimulateAsync(simulator, loaded.Experiment, engine.Read(parsed));
        Tell(result.Notes);
        Print(result, format.Read(parsed));
        memory?.Write(result.Npus);
        return ExitCode.Success;
    }

    public IReadOnlyList<Problem> InputProblems(ParseResult parsed)
    {
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

    private LoadedExperiment Load(ParseResult parsed) =>
        Document(parsed).With(settings.Read(parsed)).Load();

    private EffectiveDocument Document(ParseResult parsed)
    {
        var given = reference.Given(parsed).ToList();
        switch (parsed.GetValue(file))
        {
            case null when given.Count == 0:
                throw new InvalidInputException("clustersim run", "Nothing is given to simulate.", "Name an experiment's file, or give the reference's flags.");
            case null:
                return EffectiveDocument.FromFlags(reference.Read(parsed));
            case var path when given.Count == 0:
                return EffectiveDocument.FromFile(path);
            case var path:
                throw new InvalidInputException(
                    string.Join(' ', given), $"The reference's flags cannot be given beside an experiment ({path}).", "Set the experiment's keys with --set.");
        }
    }

    private MemoryTimelineFile? OpenTimeline(ParseResult parsed, Experiment experiment)
    {
        if (parsed.GetValue(timeline) is not { } path)
        {
            return null;
        }

        return experiment.System.TrackLocalMemory
            ? MemoryTimelineFile.Open(path)
            : throw new InvalidInputException("--memory-timeline", "The system does not track memory.", "Add --set system.track-local-mem=1.");
    }

    private async Task<SimulationResult> SimulateAsync(Simulator simulator, Experiment experiment, RunOptions options)
    {
        using var progress = context.Terminal.ShowsProgress ? new ProgressLine(context.Terminal, TimeProvider.System) : null;
        return await simulator.RunAsync(experiment, options, progress, context.Cancellation);
    }

    private void Print(SimulationResult result, OutputFormat chosen)
    {
        switch (chosen)
        {
            case OutputFormat.Json:
                ResultJson.Write(result, context.Terminal.Output);
                break;
            case OutputFormat.Csv:
                ResultCsv.Write(result, context.Terminal.Output);
                break;
            default:
                ResultTable.Write(result, context.Terminal);
                break;
        }
    }

    private void Tell(IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            context.Terminal.Error.WriteLine("note: " + Printable.Of(note));
        }
    }
}
