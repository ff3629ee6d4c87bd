using System.Text;
using System.Text.Json;
using ClusterSim.Cluster.Membership;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>Prints what a node reports, a line each and at once: for people, or as JSON for programs.</summary>
internal sealed class NodeReportPrinter(Terminal terminal, ReportFormat format)
{
    public void Print(NodeReport report)
    {
        var isWarning = report.Event is NodeEvent.Warning or NodeEvent.Refused or NodeEvent.RefusedOther or NodeEvent.NotJoined;
        var output = isWarning && format == ReportFormat.Text ? terminal.Error : terminal.Output;
        output.WriteLine(format == ReportFormat.Json ? JsonLine(report) : Line(report));
        output.Flush();
    }

    private static string Line(NodeReport report)
    {
        var who = report.Address is { } address ? $"clustersim node {address}" : "clustersim node";
        var kind = report.Event == NodeEvent.Warning ? "warning: " : "";
        return $"{who}: {kind}{Printable.Of(report.Message)}";
    }

    private static string JsonLine(NodeReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonStyle.Line))
        {
            json.WriteStartObject();
            json.WriteString("event", JsonNamingPolicy.KebabCaseLower.ConvertName(report.Event.ToString()));
            json.WriteString("address", report.Address?.ToString());
            json.WriteString("member", report.Member);
            json.WriteString("message", report.Message);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
