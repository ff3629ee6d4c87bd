using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Inspection.Paths;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>The way of a chunk.</summary>
internal sealed class PathCommand : QuestionCommand
{
    private readonly Argument<string> message = new("MESSAGE-ID") { Description = "Any hop of the chunk, such as npu/3#17." };

    public PathCommand(CommandContext context, Argument<string> folder)
        : base(context, folder, "path", "Follows a chunk through links and switches, with queueing, serialisation and latency at each hop.")
    {
        Add(message);
    }

    public override IReadOnlyList<string> Examples { get; } = ["clustersim inspect trace path npu/3#17"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed)
    {
        var id = MessageId.Parse(trace, "MESSAGE-ID", parsed.GetRequiredValue(message));
        var path = await ChunkPath.OfAsync(trace, "MESSAGE-ID", id);
        if (!path.HasArrived)
        {
            trace.Remark("The end of the chunk's way is not in the trace.");
        }

        return
        [
            new Report(
                "hops",
                [
                    ReportColumn.Text("id", "message"), ReportColumn.Text("from"), ReportColumn.Text("to"), ReportColumn.Time("sent"), ReportColumn.Time("delivered"),
                    ReportColumn.Time("queueing"), ReportColumn.Time("serialisation"), ReportColumn.Time("latency"), ReportColumn.Bytes("bytes", "data"),
                ],
                [.. path.Hops.Select(hop => Row(trace, hop))])
            {
                Together =
                [
                    path.HasArrived ? "together" : "so far", "", "", path.Hops[0].Message.SentNs, path.Hops[^1].Message.DeliveredNs,
                    path.Hops.Sum(hop => hop.Parts.QueueingNs), path.Hops.Sum(hop => hop.Parts.SerialisationNs), path.Hops.Sum(hop => hop.Parts.LatencyNs),
                    path.Hops[0].Message.Bytes,
                ],
            },
        ];
    }

    private static IReadOnlyList<object?> Row(Trace trace, ChunkHop hop) =>
    [
        MessageId.NameOf(trace, hop.Message.Id), trace.ActorNames[hop.Message.From], trace.ActorNames[hop.Message.To], hop.Message.SentNs, hop.Message.DeliveredNs,
        hop.Parts.QueueingNs, hop.Parts.SerialisationNs, hop.Parts.LatencyNs, hop.Message.Bytes,
    ];
}
