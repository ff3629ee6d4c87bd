using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Core.Input;
using ClusterSim.Inspection.Timelines;

namespace ClusterSim.Cli.Commands;

/// <summary>Makes a timeline of a trace.</summary>
internal sealed class ExportCommand : Command, IWithExamples, ITakesResults
{
    // Chrome's viewer takes some hundred bytes of JSON an event, all at once.
    private const long MostForChrome = 1_000_000;

    private readonly CommandContext context;
    private readonly Argument<string> folder = new("DIR") { Description = "The folder of the trace, which run --trace has written." };
    private readonly ChoiceOption<TimelineFormat> format = new(
        "--to", "The format.", ("perfetto", TimelineFormat.Perfetto), ("chrome", TimelineFormat.Chrome));

    private readonly Option<string> output = new("--output", "-o") { Description = "The file. One that is there is replaced.", HelpName = "FILE", Required = true };

    public ExportCommand(CommandContext context)
        : base("export", "Makes a timeline of a trace, for ui.perfetto.dev or Chrome's viewer.")
    {
        this.context = context;
        Add(folder);
        Add(format);
        Add(output);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    private enum TimelineFormat
    {
        Perfetto,
        Chrome,
    }

    public IReadOnlyList<string> Examples { get; } =
        ["clustersim export trace --to perfetto -o trace.pftrace", "clustersim export trace --to chrome -o trace.json"];

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var trace = await AskedTrace.OpenAsync(parsed.GetRequiredValue(folder));
        var chosen = format.Read(parsed);
        if (chosen == TimelineFormat.Chrome && trace.Run.Recorded.Messages > MostForChrome)
        {
            throw new InvalidInputException(
                "--to", $"The trace has {trace.Run.Recorded.Messages:N0} messages; Chrome's viewer takes up to {MostForChrome:N0}.", "Export it to perfetto, or record less of the run.");
        }

        await ReplacedFile.WriteAsync("The timeline", parsed.GetRequiredValue(output), async file =>
        {
            await using ITimelineWriter writer = chosen == TimelineFormat.Chrome ? new ChromeWriter(file) : new PerfettoWriter(file);
            await TimelineExport.WriteAsync(trace, writer);
        });
        context.Terminal.Note(trace.Notes);
        return ExitCode.Success;
    }
}
