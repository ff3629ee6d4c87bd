using System.CommandLine;
using System.Text.Json;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Inspection.Comparison;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>Where two runs part. Exit code 1: they do.</summary>
internal sealed class DiffCommand : QuestionCommand
{
    private const string FirstDifference = "first_difference";

    private readonly Argument<string> other = new("OTHER") { Description = "The folder of the trace that it is compared with." };

    public DiffCommand(CommandContext context, Argument<string> folder)
        : base(context, folder, "diff", "Shows the first message in which two runs differ, and which nodes changed most. Exit code 1: they differ.", FirstDifference, "nodes")
    {
        Add(other);
    }

    public override IReadOnlyList<string> Examples { get; } = ["clustersim inspect before diff after"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed)
    {
        var second = await AskedTrace.OpenAsync(parsed.GetRequiredValue(other));
        var difference = await TraceDifference.OfAsync(trace, second);
        foreach (var note in second.Notes)
        {
            trace.Remark($"{second.Folder}: {note}");
        }

        return
        [
            new Report(
                FirstDifference,
                [ReportColumn.Text("run"), ReportColumn.Text("row"), .. MessageReport.Columns],
                [.. RowsOf(trace, difference.Row, difference.First), .. RowsOf(second, difference.Row, difference.Second)])
            {
                AsJson = json => WriteJson(json, difference, trace, second),
            },
            new Report(
                "nodes",
                [ReportColumn.Text("node"), ReportColumn.Text("kind"), ReportColumn.Time("before"), ReportColumn.Time("after"), ReportColumn.Time("change")],
                [.. difference.Nodes.Select(IReadOnlyList<object?> (node) => [node.Name, node.Kind, node.FirstNs, node.SecondNs, node.ChangeNs])]),
        ];
    }

    protected override int Judge(IReadOnlyList<Report> answer) => answer.All(report => report.Rows.Count == 0) ? ExitCode.Success : ExitCode.Failure;

    private static IEnumerable<IReadOnlyList<object?>> RowsOf(Trace trace, long? row, MessageRow? message)
    {
        if (row is { } place && message is { } found)
        {
            yield return [trace.Folder, place, .. MessageReport.Row(trace, found)];
        }
    }

    private static void WriteJson(Utf8JsonWriter json, TraceDifference difference, Trace first, Trace second)
    {
        if (difference.Row is not { } row)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("row", row);
        WriteMessage(json, "before", first, difference.First);
        WriteMessage(json, "after", second, difference.Second);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, Trace trace, MessageRow? message)
    {
        json.WritePropertyName(name);
        if (message is { } found)
        {
            ReportJson.WriteRow([.. MessageReport.Columns.Zip(MessageReport.Row(trace, found))], json);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
