using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Waits;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>Who waited for whom.</summary>
internal sealed class WaitsCommand(CommandContext context, Argument<string> folder)
    : QuestionCommand(context, folder, "waits", "Shows which NPU waited for whom, longest first: time in which it had nothing else to do; of a run that is stuck also which waits never ended.", "waits", NeverEnded)
{
    private const string NeverEnded = "never_ended";

    public override IReadOnlyList<string> Examples { get; } = ["clustersim inspect trace waits --limit 5"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed)
    {
        var table = await WaitTable.OfAsync(trace);
        return [Ended(trace, table), Endless(table)];
    }

    private static Report Ended(Trace trace, WaitTable table) => new(
        "waits",
        [
            ReportColumn.Text("npu"), ReportColumn.Text("for"), ReportColumn.Count("times"), ReportColumn.Time("total"), ReportColumn.Time("longest"),
            ReportColumn.Time("longest_from", "longest from"),
        ],
        [
            .. table.Ended.Select(IReadOnlyList<object?> (wait) =>
                [trace.NameOf(wait.Npu), trace.NameOf(wait.For), wait.Times, wait.TotalNs, wait.LongestNs, wait.LongestFromNs]),
        ]);

    private static Report Endless(WaitTable table) => new(
        NeverEnded,
        [
            ReportColumn.Text("npu", "never ended: npu"), ReportColumn.Text("for"), ReportColumn.Text("what"), ReportColumn.Text("why"), ReportColumn.Count("node"),
            ReportColumn.Time("since"),
        ],
        [.. table.Endless.Select(IReadOnlyList<object?> (wait) => [wait.Npu, wait.For, wait.What, wait.Why, wait.Node, wait.SinceNs])])
    {
        IsToldWhenEmpty = false,
    };
}
