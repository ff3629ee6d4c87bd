using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Workloads;
using ClusterSim.Workload.Conversion;
using ClusterSim.Workload.Rescaling;

namespace ClusterSim.Cli.Commands.Workload;

/// <summary>Makes traces for more or fewer NPUs out of traces.</summary>
internal sealed class RescaleCommand : Command, IWithExamples
{
    private readonly CommandContext context;
    private readonly Argument<string> prefix = new("PREFIX") { Description = "The prefix of the traces: folder/name for folder/name.0.et and so on." };
    private readonly CountOption npus = new("--npus", "For how many NPUs: a multiple of how many the traces are for, or a divisor.") { Required = true };
    private readonly PrefixOption output = new("The files to write: PREFIX.0.et and so on, and PREFIX.groups.json where there are groups.");
    private readonly GroupsOption groups = new();
    private readonly Option<string?> dataParallel = new("--data-parallel")
    {
        Description = $"Groups over the data-parallel dimension, which grow; all others are replicated. {RescaleRequest.All}: collectives of all NPUs; {RescaleRequest.None}: no group. Default: {RescaleRequest.All}.",
        HelpName = "GROUP,...",
    };

    private readonly Option<bool> keepSizes = new("--keep-sizes")
    {
        Description = "Keeps the bytes of ALL_GATHERs in groups that grow; else what they gather keeps its size.",
    };

    public RescaleCommand(CommandContext context)
        : base("rescale", "Makes traces for more or fewer NPUs out of traces, by data-parallel replication.")
    {
        this.context = context;
        Add(prefix);
        Add(npus);
        Add(output);
        Add(groups);
        Add(dataParallel);
        Add(keepSizes);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim workload rescale traces/resnet --npus 64 -o traces/resnet-64",
        "clustersim workload rescale traces/gpt --npus 32 --data-parallel 5,6 -o traces/gpt-32",
    ];

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var (source, target) = (parsed.GetRequiredValue(prefix), parsed.GetRequiredValue(output));
        if (Path.GetFullPath(source) == Path.GetFullPath(target))
        {
            throw new InvalidInputException(output.Name, "It is the prefix of the traces themselves.", "Give another one: they are read while the new ones are written.");
        }

        var count = parsed.GetValue(npus)!.Value;
        var rescaling = Rescaling.Plan(source, parsed.GetValue(groups), new RescaleRequest(count)
        {
            DataParallel = parsed.GetValue(dataParallel)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [RescaleRequest.All],
            KeepSizes = parsed.GetValue(keepSizes),
        });
        context.Terminal.Note(rescaling.Notes);
        var files = new WorkloadFiles(target);
        for (var npu = 0; npu < count; npu++)
        {
            await files.WriteAsync(npu, WorkloadFormat.Traces, stream => rescaling.Write(npu, stream, context.Cancellation));
        }

        await files.WriteGroupsAsync(rescaling.Groups);
        context.Terminal.Note(files.NotesOfOthers(count, WorkloadFormat.Traces));
        return ExitCode.Success;
    }
}
