using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Chakra.Json;
using ClusterSim.Workload.Conversion;
using ClusterSim.Workload.TextWorkloads;

namespace ClusterSim.Cli.Commands.Workload;

/// <summary>Turns version-1 text into Chakra traces, and those into JSON and back.</summary>
internal sealed class ConvertCommand : Command, IWithExamples, ITakesInput
{
    private readonly CommandContext context;
    private readonly Argument<string> file = new("FILE")
    {
        Description = "A version-1 text workload; a trace or its JSON, or the prefix of several.",
    };

    private readonly CountOption npus = new("--npus", "For how many NPUs a text is converted.");
    private readonly CountOption iterations = new("--iterations", "How many training steps of a text follow each other. Default: 1.");
    private readonly PrefixOption output = new("The files to write: PREFIX.0.et and so on, and PREFIX.groups.json where there are groups.");
    private readonly ChoiceOption<WorkloadFormat> target = new(
        "--to", "What is written.", ("et", WorkloadFormat.Traces), ("json", WorkloadFormat.Json));

    public ConvertCommand(CommandContext context)
        : base("convert", "Converts version-1 text workloads to Chakra traces (.et), and traces to JSON and back.")
    {
        this.context = context;
        Add(file);
        Add(npus);
        Add(iterations);
        Add(output);
        Add(target);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim workload convert resnet.txt --npus 8 --iterations 2 -o traces/resnet",
        "clustersim workload convert traces/resnet --to json -o traces/resnet",
        "clustersim workload convert trace.0.json -o traces/mine",
    ];

    public IReadOnlyList<Problem> InputProblems(ParseResult parsed)
    {
        var problems = new ProblemList();
        Read(parsed, problems);
        return problems.Problems;
    }

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var problems = new ProblemList();
        var (input, text) = Read(parsed, problems);
        problems.ThrowIfAny();
        var files = new WorkloadFiles(parsed.GetRequiredValue(output));
        if (text is not null)
        {
            await ConvertTextAsync(text, parsed.GetValue(npus)!.Value, parsed.GetValue(iterations) ?? 1, files);
        }
        else
        {
            await ConvertEachAsync(input!, files);
            await files.CopyGroupsAsync(parsed.GetRequiredValue(file));
        }

        return ExitCode.Success;
    }

    private (WorkloadInput? Input, TextWorkload? Text) Read(ParseResult parsed, ProblemList problems)
    {
        try
        {
            var input = WorkloadInput.Find(parsed.GetRequiredValue(file), format => format != target.Read(parsed));
            CheckOptions(parsed, input.Format, problems);
            return (input, input.Format == WorkloadFormat.Text ? TextWorkload.Read(input.Files[0].Path) : null);
        }
        catch (InvalidInputException invalid)
        {
            problems.AddRange(invalid.Problems);
            return (null, null);
        }
    }

    // What the options mean follows from what the file is.
    private void CheckOptions(ParseResult parsed, WorkloadFormat format, ProblemList problems)
    {
        var isText = format == WorkloadFormat.Text;
        if (isText && parsed.GetResult(npus) is null)
        {
            problems.Add(npus.Name, "It is missing: a text does not say for how many NPUs it is.", "Give --npus and their number.");
        }

        var wanted = target.Read(parsed);
        if (isText && wanted == WorkloadFormat.Json)
        {
            problems.Add(target.Name, "A text is converted to traces only.", "Convert it first, then the traces to json.");
        }
        else if (format == wanted)
        {
            var (what, other) = format == WorkloadFormat.Json ? ("JSON", "et") : ("a trace", "json");
            problems.Add(target.Name, $"The input is {what} already.", $"Give --to {other}.");
        }

        foreach (var option in new[] { npus, iterations }.Where(option => !isText && parsed.GetResult(option) is not null))
        {
            problems.Add(option.Name, "It means something for version-1 text only.", "Leave it out.");
        }
    }

    private async Task ConvertTextAsync(TextWorkload text, int npuCount, int steps, WorkloadFiles files)
    {
        var conversion = new TextConversion(text, npuCount, steps);
        context.Terminal.Note(conversion.Notes);
        for (var npu = 0; npu < npuCount; npu++)
        {
            await files.WriteAsync(npu, WorkloadFormat.Traces, stream => conversion.Write(npu, stream, context.Cancellation));
        }

        await files.WriteGroupsAsync(conversion.Groups);
        context.Terminal.Note(files.NotesOfOthers(npuCount, WorkloadFormat.Traces));
    }

    private async Task ConvertEachAsync(WorkloadInput input, WorkloadFiles files)
    {
        var isJson = input.Format == WorkloadFormat.Json;
        var problems = new ProblemList();
        foreach (var (rank, path) in input.Files)
        {
            try
            {
                await files.WriteAsync(rank, isJson ? WorkloadFormat.Traces : WorkloadFormat.Json, stream => Convert(path, isJson, stream));
            }
            catch (InvalidInputException invalid)
            {
                problems.AddRange(invalid.Problems);
            }
        }

        problems.ThrowIfAny();
    }

    private void Convert(string path, bool isJson, Stream stream)
    {
        if (isJson)
        {
            ChakraJson.ToTrace(path, stream, context.Cancellation);
        }
        else
        {
            ChakraJson.FromTrace(path, stream, context.Cancellation);
        }
    }
}
