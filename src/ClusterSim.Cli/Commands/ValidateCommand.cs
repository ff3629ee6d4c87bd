using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Validation;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Sweeps;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Commands;

/// <summary>Checks files without simulating them, and estimates what a run would take.</summary>
internal sealed class ValidateCommand : Command, IWithExamples
{
    private readonly CommandContext context;
    private readonly Argument<string[]> files = new("FILE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "An experiment, a network, a system or another part of one; a sweep; a node; a trace, or the prefix of traces; the folder of a recorded case.",
    };

    public ValidateCommand(CommandContext context)
        : base("validate", "Checks files without simulating them, and estimates what a run takes.")
    {
        this.context = context;
        Add(files);
        SetAction(Execute);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim validate cluster-config/experiments/*.yaml cluster-config/sweeps/*.yaml",
        "clustersim validate network.yml system.json traces/gpt",
    ];

    private int Execute(ParseResult parsed)
    {
        var areAllValid = true;
        foreach (var file in parsed.GetRequiredValue(files))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            areAllValid &= Sweep.IsSweep(file) ? CheckSweep(file) : Check(file);
        }

        return areAllValid ? ExitCode.Success : ExitCode.InvalidInput;
    }

    private bool Check(string file)
    {
        var report = InputValidator.Validate(file);
        Print(file, Describe(report.Kind), report.Problems, report.Notes, report.Experiment is { } experiment ? Describe(RunEstimator.Of(experiment)) : null);
        return report.IsValid;
    }

    private bool CheckSweep(string file)
    {
        const string Kind = "sweep";
        IReadOnlyList<string> notes = [];
        try
        {
            var sweep = Sweep.Read(file, []);
            notes = sweep.Notes;
            var totals = sweep.Total(context.Cancellation);
            Print(file, Kind, [], notes, $"{Quantity.Points(sweep.Count)}, {PlanTable.Describe(totals)}");
            return true;
        }
        catch (InvalidInputException invalid)
        {
            Print(file, Kind, invalid.Problems, notes, estimate: null);
            return false;
        }
    }

    private void Print(string file, string kind, IReadOnlyList<Problem> problems, IReadOnlyList<string> notes, string? estimate)
    {
        var output = context.Terminal.Output;
        var path = file.Length == 0 ? "''" : Printable.Of(file);
        output.WriteLine(problems.Count == 0 ? $"{path}: ok ({kind})" : $"{path}: {Count(problems.Count)}");
        foreach (var line in ProblemLines.Of(problems))
        {
            output.WriteLine("  " + line);
        }

        foreach (var note in notes)
        {
            output.WriteLine("  note: " + Printable.Of(note));
        }

        if (estimate is not null)
        {
            output.WriteLine("  " + estimate);
        }

        output.Flush();
    }

    private static string Count(int problems) => problems == 1 ? "1 problem" : $"{Quantity.Exact(problems)} problems";

    private static string Describe(Estimate estimate) =>
        $"a run takes about {Quantity.Rounded(estimate.Messages)} messages, about {Quantity.RoundedBytes(estimate.Memory.Bytes)} of memory, and about " +
        Quantity.RoundedTime((long)(estimate.Time.TotalSeconds * 1e9));

    private static string Describe(InputKind kind) => kind switch
    {
        InputKind.RemoteMemory => "remote memory",
        InputKind.Graph => "graph of a network",
        InputKind.LayerTable => "layer table",
        InputKind.Groups => "process groups",
        InputKind.PerNodeCustom => "custom collectives of single nodes",
        InputKind.RecordedCase => "recorded case",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
