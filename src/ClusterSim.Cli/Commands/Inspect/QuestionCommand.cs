using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Cli.Parsing;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>A question to a trace, which is answered with reports.</summary>
internal abstract class QuestionCommand : Command, IWithExamples, ITakesResults
{
    private const int DefaultLimit = 20;

    private readonly CommandContext context;
    private readonly Argument<string> folder;
    private readonly CountOption limit = new("--limit", $"How many rows of each table people are shown; json and csv have all rows. Default: {DefaultLimit}.");
    private readonly FormatOption format = new("How the answer is printed.");

    private readonly TableOption? table;

    /// <param name="context">What the command works with.</param>
    /// <param name="folder">The folder of the trace.</param>
    /// <param name="name">The question's name.</param>
    /// <param name="description">For the help.</param>
    /// <param name="tables">The tables of an answer, if there are several.</param>
    protected QuestionCommand(CommandContext context, Argument<string> folder, string name, string description, params string[] tables)
        : base(name, description)
    {
        this.context = context;
        this.folder = folder;
        Add(format);
        Add(limit);
        if (tables.Length > 0)
        {
            table = new TableOption(tables);
            Add(table);
        }

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
        var trace = await AskedTrace.OpenAsync(parsed.GetRequiredValue(folder));
        var answer = await AnswerAsync(trace, context.Terminal, parsed);
        var wanted = table is null || parsed.GetValue(table) is not { } only ? answer : answer.Where(report => report.Name == only);
        ReportPrinter.Print([.. wanted.Select(report => report with { Shown = parsed.GetValue(limit) ?? DefaultLimit })], format.Read(parsed), context.Terminal);
        return Judge(answer);
    }

    // What is noted may tell why there is no answer.
    private async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, Terminal terminal, ParseResult parsed)
    {
        try
        {
            return await AnswerAsync(trace, parsed);
        }
        finally
        {
            terminal.Note(trace.Notes);
        }
    }
}
