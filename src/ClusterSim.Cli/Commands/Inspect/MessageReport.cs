using ClusterSim.Cli.Output.Reports;
using ClusterSim.Core.Messages;
using ClusterSim.Inspection.Reading;
using ClusterSim.Tracing;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>Messages as rows of a report.</summary>
internal static class MessageReport
{
    public static IReadOnlyList<ReportColumn> Columns { get; } =
    [
        ReportColumn.Text("id", "message"), ReportColumn.Text("cause"), ReportColumn.Text("from"), ReportColumn.Text("to"), ReportColumn.Text("kind"),
        ReportColumn.Time("sent"), ReportColumn.Time("delivered"), ReportColumn.Bytes("bytes", "data"), ReportColumn.Count("node"), ReportColumn.Count("collective"),
        ReportColumn.Count("stream"), ReportColumn.Count("phase"), ReportColumn.Count("step"),
    ];

    public static IReadOnlyList<object?> Row(Trace trace, MessageRow message) =>
    [
        MessageId.NameOf(trace, message.Id), message.Cause == MessageRow.NoCause ? null : MessageId.NameOf(trace, message.Cause), trace.ActorNames[message.From],
        trace.ActorNames[message.To], KindOf(message),
        message.SentNs, message.DeliveredNs, message.Bytes, IfAny(message.Node), IfAny(message.Collective), IfAny(message.Stream), IfAny(message.Phase), IfAny(message.Step),
    ];

    private static string KindOf(MessageRow message) =>
        MessageNames.Kinds[(int)message.Kind] + (message.Kind == MessageKind.DelaysEnd ? $" ({MessageNames.Delays[message.Class]})" : "");

    private static long? IfAny(long number) => number < 0 ? null : number;
}
