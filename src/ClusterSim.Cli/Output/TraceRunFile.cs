using System.Text.Json;
using ClusterSim.Core;
using ClusterSim.Hosting.Results;
using ClusterSim.Network.Options;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Tracing;

namespace ClusterSim.Cli.Output;

/// <summary>
/// The file <c>run.json</c> of a trace: what ran, what it found, and what the trace holds of it. Nothing in it depends on how or
/// when it ran.
/// </summary>
internal static class TraceRunFile
{
    /// <param name="target">The file.</param>
    /// <param name="name">The experiment's name.</param>
    /// <param name="configuration">The effective configuration, as YAML.</param>
    /// <param name="outcome">What the run found, or why it failed.</param>
    /// <param name="network">What it ran on.</param>
    /// <param name="filter">Which messages were to be kept.</param>
    /// <param name="summary">What the trace holds.</param>
    public static async Task WriteAsync(
        Stream target, string name, string configuration, (SimulationResult? Result, SimulationFailedException? Failure) outcome, NetworkOptions network, TraceFilter filter, TraceSummary summary)
    {
        var json = new Utf8JsonWriter(target, JsonStyle.Indented);
        await using (json)
        {
            json.WriteStartObject();
            json.WriteString("version", ProgramVersion.Text);
            json.WriteString("experiment", name);
            json.WriteString("configuration", configuration);
            WriteFilter(json, filter);
            WriteRows(json, summary);
            json.WriteTexts("message_kinds", MessageNames.Kinds);
            json.WriteTexts("message_classes", MessageNames.Classes);
            json.WriteTexts("delays", MessageNames.Delays);
            WriteNetwork(json, network);
            json.WriteString("failure", FailureJson.Summary(outcome.Failure));
            json.WritePropertyName("diagnosis");
            FailureJson.Write(outcome.Failure, json);
            json.WritePropertyName("result");
            if (outcome.Result is { } result)
            {
                ResultJson.WriteResult(result, json, withElapsed: false);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteEndObject();
        }
    }

    private static void WriteFilter(Utf8JsonWriter json, TraceFilter filter)
    {
        json.WriteStartObject("filter");
        json.WriteTexts("actors", filter.Actors);
        json.WriteTexts("kinds", filter.Kinds?.Select(kind => MessageNames.Kinds[(int)kind]));
        json.WriteNumberOrNull("from_ns", filter.From?.Ns);
        json.WriteNumberOrNull("to_ns", filter.To?.Ns);
        json.WriteShareOrNull("sample", filter.Sample);
        json.WriteEndObject();
    }

    private static void WriteNetwork(Utf8JsonWriter json, NetworkOptions network)
    {
        json.WriteStartObject("network");
        json.WriteBoolean("congestion_aware", network.Backend == NetworkBackend.CongestionAware);
        json.WriteStartArray("dimensions");
        foreach (var dimension in network.Dimensions)
        {
            json.WriteStartObject();
            json.WriteString("topology", dimension.Topology.Name);
            json.WriteNumber("npus", dimension.NpuCount);
            json.WriteNumber("bytes_per_ns", dimension.Bandwidth.BytesPerNs);
            json.WriteNumber("latency_ns", dimension.LatencyNs);
            json.WriteNumber("switches", network.NpuCount / dimension.NpuCount * dimension.Topology.SwitchCount(dimension.NpuCount));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteLinks(json, network);
        WriteChanges(json, network);
        json.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter json, NetworkOptions network)
    {
        json.WriteStartArray("links");
        foreach (var link in network.Graph?.Graph.Links ?? [])
        {
            json.WriteStartObject();
            json.WriteString("link", network.LinkName(link.From, link.To));
            json.WriteNumber("bytes_per_ns", link.Terms.Bandwidth.BytesPerNs);
            json.WriteNumber("latency_ns", link.Terms.LatencyNs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter json, NetworkOptions network)
    {
        json.WriteStartArray("changes");
        foreach (var change in network.Changes.OrderBy(change => change.At))
        {
            json.WriteStartObject();
            json.WriteString("link", network.LinkName(change.From, change.To));
            json.WriteNumber("at_ns", change.At.Ns);
            json.WriteShareOrNull("bytes_per_ns", change.Bandwidth?.BytesPerNs);
            json.WriteShareOrNull("latency_ns", change.LatencyNs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, TraceSummary summary)
    {
        json.WriteStartObject("trace");
        json.WriteBoolean("complete", summary.IsComplete);
        json.WriteString("missing_because", summary.Failure);
        json.WriteNumber("messages_sent", summary.MessagesSent);
        json.WriteNumber("messages_wanted", summary.MessagesWanted);
        json.WriteNumber("messages_rows", summary.Messages);
        json.WriteNumber("nodes_ended", summary.NodesEnded);
        json.WriteNumber("nodes_rows", summary.Nodes);
        json.WriteNumber("links", summary.AllLinks);
        json.WriteNumber("links_rows", summary.Links);
        json.WriteEndObject();
    }
}
