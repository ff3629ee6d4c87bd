using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Waits;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>Who waited for whom.</summary>
internal sealed class WaitsCommand(CommandContext context, Argument<string> folder)
    : QuestionCommand(context, folder, "waits", "Shows which NPU waited for whom, longest first: time in which it had nothing else to do.")
{
    public override IReadOnlyList<string> Examples { get; } = ["clustersim inspect trace waits --limit 5"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed) =>
    [
        new Report(
            "waits",
            [
                ReportColumn.Text("npu"), ReportColumn.Text("for"), ReportColumn.Count("times"), ReportColumn.Time("total"), ReportColumn.Time("longest"),
                ReportColumn.Time("longest_from", "longest from"),
            ],
            [
                .. (await WaitTable.OfAsync(trace)).Select(IReadOnlyList<object?> (wait) =>
                    [trace.ActorNames[wait.Npu], trace.ActorNames[wait.For], wait.Times, wait.TotalNs, wait.LongestNs, wait.LongestFromNs]),
            ]),
    ];
}
