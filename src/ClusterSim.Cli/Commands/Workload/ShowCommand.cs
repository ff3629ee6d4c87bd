using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Workloads;
using ClusterSim.Workload.Summary;

namespace ClusterSim.Cli.Commands.Workload;

/// <summary>Shows what a workload holds, without a network.</summary>
internal sealed class ShowCommand : Command, IWithExamples
{
    private const int DefaultLimit = 20;

    private readonly CommandContext context;
    private readonly Argument<string> file = new("WORKLOAD") { Description = "The prefix of traces, a trace, an experiment, or the folder of a recorded case." };
    private readonly GroupsOption groups = new();
    private readonly RateOption peak = new("--peak-perf", "TFLOPS", "Peak performance of an NPU in 10^12 operations a second: compute nodes take what the roofline says.");
    private readonly RateOption memory = new("--local-mem-bw", "GB/s", "Bandwidth of an NPU's own memory in GB/s of 10^9 bytes, for the roofline.");
    private readonly CountOption limit = new("--limit", $"How many rows of each table are shown; json and csv have all. Default: {DefaultLimit}.");
    private readonly FormatOption format = new("How it is printed; csv has the first table.");

    public ShowCommand(CommandContext context)
        : base("show", "Shows what a workload holds: nodes, communication, compute, the longest chain, and whether NPUs agree.")
    {
        this.context = context;
        Add(file);
        Add(groups);
        Add(peak);
        Add(memory);
        Add(format);
        Add(limit);
        SetAction(Execute);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim workload show traces/resnet",
        "clustersim workload show traces/gpt --groups traces/gpt.groups.json --format json",
        "clustersim workload show cluster-config/experiments/resnet50-hgx-h100-8.yaml",
        "clustersim workload show traces/gpt --peak-perf 989 --local-mem-bw 3350",
    ];

    private int Execute(ParseResult parsed)
    {
        var problems = new ProblemList();
        var speed = ReadSpeed(parsed, problems);
        var source = Read(parsed, problems);
        problems.ThrowIfAny();
        context.Terminal.Note(source!.Notes);
        var summary = WorkloadSummary.Of(source.Workload, NpuSpeed.TimesOf(speed, source.System).Of);
        var disagreements = source.Disagreements;
        var reports = new List<Report>
        {
            WorkloadReports.Npus(summary),
            WorkloadReports.Nodes(summary),
            WorkloadReports.Communication(summary, source.Workload),
        };
        if (source.IsWhole)
        {
            reports.Add(WorkloadReports.Disagreements(disagreements));
        }

        ReportPrinter.Print([.. reports.Select(report => report with { Shown = parsed.GetValue(limit) ?? DefaultLimit })], format.Read(parsed), context.Terminal);
        return disagreements.Count == 0 ? ExitCode.Success : ExitCode.InvalidInput;
    }

    private NpuSpeed? ReadSpeed(ParseResult parsed, ProblemList problems)
    {
        if (parsed.GetValue(peak) is { } operations && parsed.GetValue(memory) is { } bandwidth)
        {
            return new NpuSpeed(operations, bandwidth);
        }

        foreach (var (given, missing) in new[] { (peak, memory), (memory, peak) }.Where(pair => parsed.GetValue(pair.Item1) is not null))
        {
            problems.Add(missing.Name, $"It is missing: with {given.Name}, the roofline needs both.", missing.Description);
        }

        return null;
    }

    private WorkloadSource? Read(ParseResult parsed, ProblemList problems)
    {
        try
        {
            return WorkloadSource.Read(parsed.GetRequiredValue(file), parsed.GetValue(groups));
        }
        catch (InvalidInputException invalid)
        {
            problems.AddRange(invalid.Problems);
            return null;
        }
    }
}
