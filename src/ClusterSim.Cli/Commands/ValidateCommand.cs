using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Hosting.Configuration.Validation;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Commands;

/// <summary>Checks files without simulating them, and estimates what a run would take.</summary>
internal sealed class ValidateCommand : Command, IWithExamples
{
    private readonly CommandContext context;
    private readonly Argument<string[]> files = new("FILE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "An experiment, a network, a system or another part of one; a trace, or the prefix of traces; the folder of a recorded case.",
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
        "clustersim validate cluster-config/experiments/*.yaml",
        "clustersim validate network.yml system.json traces/gpt",
    ];

    private int Execute(ParseResult parsed)
    {
        var areAllValid = true;
        foreach (var file in parsed.GetRequiredValue(files))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var report = InputValidator.Validate(file);
            Print(report);
            areAllValid &= report.IsValid;
        }

        return areAllValid ? ExitCode.Success : ExitCode.InvalidInput;
    }

    private void Print(ValidationReport report)
    {
        var output = context.Terminal.Output;
        var path = report.Path.Length == 0 ? "''" : Printable.Of(report.Path);
        output.WriteLine(report.IsValid ? $"{path}: ok ({Describe(report.Kind)})" : $"{path}: {Count(report.Problems.Count)}");
        foreach (var line in ProblemLines.Of(report.Problems))
        {
            output.WriteLine("  " + line);
        }

        foreach (var note in report.Notes)
        {
            output.WriteLine("  note: " + Printable.Of(note));
        }

        if (report.Experiment is { } experiment)
        {
            output.WriteLine("  " + Describe(RunEstimator.Of(experiment)));
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
        InputKind.LayerTable => "layer table",
        InputKind.Groups => "process groups",
        InputKind.PerNodeCustom => "custom collectives of single nodes",
        InputKind.RecordedCase => "recorded case",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
