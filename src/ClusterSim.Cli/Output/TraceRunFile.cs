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
            WriteNames(json, "message_kinds", MessageNames.Kinds);
            WriteNames(json, "message_classes", MessageNames.Classes);
            WriteNames(json, "delays", MessageNames.Delays);
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
        WriteNames(json, "actors", filter.Actors);
        WriteNames(json, "kinds", filter.Kinds?.Select(kind => MessageNames.Kinds[(int)kind]));
        WriteNumber(json, "from_ns", filter.From?.Ns);
        WriteNumber(json, "to_ns", filter.To?.Ns);
        WriteNumber(json, "sample", filter.Sample);
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
            WriteNumber(json, "bytes_per_ns", change.Bandwidth?.BytesPerNs);
            WriteNumber(json, "latency_ns", change.LatencyNs);
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
        json.WriteNumber("links_rows", summary.Links);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<string>? names)
    {
        if (names is null)
        {
            json.WriteNull(property);
            return;
        }

        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string property, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(property, value);
        }
        else
        {
            json.WriteNull(property);
        }
    }
}
