using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Reports;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs;
using ClusterSim.Reports.Sweeps;

namespace ClusterSim.Cli.Commands;

/// <summary>Makes a page of a traced run or a sweep, for people.</summary>
internal sealed class ReportCommand : Command, IWithExamples, ITakesResults
{
    private readonly CommandContext context;
    private readonly Argument<string> folder = new("DIR") { Description = "The folder of a trace, which run --trace has written, or of a sweep." };
    private readonly Option<string> output = new("--output", "-o") { Description = "The page. One that is there is replaced.", HelpName = "FILE" };
    private readonly Option<string> images = new("--png") { Description = "A folder for images, for papers; those that are there by the same names are replaced.", HelpName = "DIR" };

    public ReportCommand(CommandContext context)
        : base("report", "Makes one HTML page of a traced run or a sweep, to be opened in any browser.")
    {
        this.context = context;
        Add(folder);
        Add(output);
        Add(images);
        Validators.Add(result =>
        {
            if (result.GetResult(output) is null && result.GetResult(images) is null)
            {
                result.AddError("Nothing is to be written. Give -o FILE for a page, --png DIR for images, or both.");
            }
        });
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim run cluster-config/experiments/resnet50-hgx-h100-8.yaml --trace trace",
        "clustersim report trace -o report.html",
        "clustersim report results/grid -o grid.html --png figures",
    ];

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(folder);
        var subject = ReportFolder.SubjectOf(path);
        var told = new List<string>();
        if (parsed.GetValue(output) is { } page)
        {
            Tell(await WritePageAsync(subject, path, page));
        }

        if (parsed.GetValue(images) is { } into)
        {
            Tell(await ReportImages.WriteAsync(subject, path, into));
        }

        return ExitCode.Success;

        // What holds for page and images is said once.
        void Tell(IReadOnlyList<string> notes)
        {
            context.Terminal.Note([.. notes.Except(told)]);
            told.AddRange(notes);
        }
    }

    // Gives what is to be said of it.
    private static async Task<IReadOnlyList<string>> WritePageAsync(ReportSubject subject, string path, string file)
    {
        var page = subject == ReportSubject.Sweep ? SweepReport.Of(path) : await RunReport.OfAsync(path);
        await ReplacedFile.WriteAsync("The report", file, async stream =>
        {
            await using var writer = new StreamWriter(stream);
            PageWriter.Write(page, writer);
        });
        return page.Notes;
    }
}
