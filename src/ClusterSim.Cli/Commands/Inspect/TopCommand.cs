using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Use;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>What took longest.</summary>
internal sealed class TopCommand(CommandContext context, Argument<string> folder)
    : QuestionCommand(context, folder, "top", "Shows which nodes of the workload took longest, over all NPUs.")
{
    public override IReadOnlyList<string> Examples { get; } = ["clustersim inspect trace top --limit 5"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed) =>
    [
        new Report(
            "nodes",
            [
                ReportColumn.Text("node"), ReportColumn.Text("kind"), ReportColumn.Count("count"), ReportColumn.Time("total"), ReportColumn.Time("mean"),
                ReportColumn.Time("longest"), ReportColumn.Text("longest_on", "longest on"),
            ],
            [
                .. (await NodeTotals.OfAsync(trace)).Select(IReadOnlyList<object?> (node) =>
                    [node.Name, node.Kind, node.Count, node.TotalNs, node.MeanNs, node.LongestNs, Trace.NpuName(node.LongestOn)]),
            ]),
    ];
}
