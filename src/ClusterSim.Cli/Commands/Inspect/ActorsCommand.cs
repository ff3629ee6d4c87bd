using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Use;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>Who there is.</summary>
internal sealed class ActorsCommand(CommandContext context, Argument<string> folder)
    : QuestionCommand(context, folder, "actors", "Lists the actors: how many messages and bytes each sent and got, and how long it was busy (NPUs: computing; links: sending).")
{
    public override IReadOnlyList<string> Examples { get; } = ["clustersim inspect trace actors --limit 100"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed) =>
    [
        new Report(
            "actors",
            [
                ReportColumn.Text("actor"), ReportColumn.Count("sent"), ReportColumn.Count("received"), ReportColumn.Bytes("bytes_out", "data out"),
                ReportColumn.Bytes("bytes_in", "data in"), ReportColumn.Time("busy"),
            ],
            [
                .. (await ActorUse.OfAsync(trace)).Select(IReadOnlyList<object?> (use) =>
                    [trace.ActorNames[use.Actor], use.Sent, use.Received, use.BytesOut, use.BytesIn, use.BusyNs]),
            ]),
    ];
}
