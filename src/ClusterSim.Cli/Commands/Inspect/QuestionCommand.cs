using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Cli.Parsing;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>A question to a trace, which is answered with reports.</summary>
internal abstract class QuestionCommand : Command, IWithExamples
{
    private const int DefaultLimit = 20;

    private readonly CommandContext context;
    private readonly Argument<string> folder;
    private readonly CountOption limit = new("--limit", $"How many rows of each table are shown; json and csv have all. Default: {DefaultLimit}.");
    private readonly FormatOption format = new("How the answer is printed.");

    protected QuestionCommand(CommandContext context, Argument<string> folder, string name, string description)
        : base(name, description)
    {
        this.context = context;
        this.folder = folder;
        Add(format);
        Add(limit);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Answers.</summary>
    /// <param name="trace">What is asked.</param>
    /// <param name="parsed">The rest of the command line.</param>
    protected abstract Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed);

    /// <summary>The exit code, once there is an answer.</summary>
    protected virtual int Judge(IReadOnlyList<Report> answer) => ExitCode.Success;

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var trace = await Trace.OpenAsync(parsed.GetRequiredValue(folder));
        context.Terminal.Note(trace.Notes);
        var answer = await AnswerAsync(trace, parsed);
        ReportPrinter.Print([.. answer.Select(report => report with { Shown = parsed.GetValue(limit) ?? DefaultLimit })], format.Read(parsed), context.Terminal);
        return Judge(answer);
    }
}
