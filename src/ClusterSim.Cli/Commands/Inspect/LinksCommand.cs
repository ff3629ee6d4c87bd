using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>What links did.</summary>
internal sealed class LinksCommand(CommandContext context, Argument<string> folder)
    : QuestionCommand(context, folder, "links", "Shows how much links were used, most first. The network without congestion has none.")
{
    public override IReadOnlyList<string> Examples { get; } = ["clustersim inspect trace links --format csv"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed)
    {
        var end = trace.RunIfKnown()?.EndNs ?? 0;
        var links = await trace.ReadLinksAsync();
        return
        [
            new Report(
                "links",
                [
                    ReportColumn.Text("link"), ReportColumn.Share("utilisation"), ReportColumn.Time("busy"), ReportColumn.Count("chunks"), ReportColumn.Bytes("bytes", "data"),
                    ReportColumn.Time("waiting"), ReportColumn.Count("peak_queue", "peak queue"),
                ],
                [
                    .. links.OrderByDescending(link => link.BusyNs).ThenByDescending(link => link.WaitingNs).Select(IReadOnlyList<object?> (link) =>
                    [
                        link.Name, end == 0 ? null : (double)link.BusyNs / end, link.BusyNs, link.Chunks, link.Bytes, link.WaitingNs, link.PeakQueue,
                    ]),
                ]),
        ];
    }
}
