using System.Text.Json;
using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Tracing;

namespace ClusterSim.Inspection.Reading;

/// <summary>What <c>run.json</c> says of the run.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Recorded">How much of the run was recorded.</param>
/// <param name="Failure">Why the run failed; null: it did not.</param>
/// <param name="Version">Of the program that recorded it.</param>
/// <param name="Configuration">The effective one, as YAML.</param>
/// <param name="Figures">What the run found; null: it failed.</param>
/// <param name="Network">What it ran on.</param>
public sealed record RunFacts(
    string Experiment,
    TraceSummary Recorded,
    string? Failure,
    string Version,
    string Configuration,
    RunFigures? Figures,
    NetworkModel Network)
{
    /// <summary>What is known of why the run failed; null: nothing, or it did not fail.</summary>
    public FailureFacts? Diagnosis { get; init; }

    /// <summary>Whether nothing is missing that was to be recorded.</summary>
    public bool IsComplete => Recorded.IsComplete;

    /// <summary>Whether messages were left out that a filter did not want.</summary>
    public bool IsFiltered => Recorded.MessagesWanted < Recorded.MessagesSent;

    /// <summary>The filter, as JSON; empty: not known.</summary>
    public string Filter { get; init; } = "";

    /// <summary>When each NPU had finished; empty: the run failed.</summary>
    public IReadOnlyList<long> FinishNs { get; } = [.. Figures?.Npus.Select(npu => npu.FinishNs) ?? []];

    /// <summary>How long each NPU computed; empty: the run failed.</summary>
    public IReadOnlyList<long> ComputeNs { get; } = [.. Figures?.Npus.Select(npu => npu.ComputeNs) ?? []];

    /// <summary>When the last NPU had finished; 0: the run failed.</summary>
    public long EndNs => FinishNs.Count == 0 ? 0 : FinishNs.Max();

    /// <summary>Stands for what cannot be read.</summary>
    internal static RunFacts Unknown(string name) => new(name, new TraceSummary(0, 0, 0, 0, 0, 0, 0, null), null, "", "", null, new NetworkModel(false, []));

    internal static RunFacts Read(string folder)
    {
        var path = Path.Combine(folder, TraceFiles.Run);
        try
        {
            using var file = File.OpenRead(path);
            using var json = JsonDocument.Parse(file);
            return Of(json.RootElement);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, "The file cannot be read.", "Name a folder that run --trace has written.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidInputException(path, "The file is cut off, or of another version of the program.", "Record the run again.");
        }
    }

    private static RunFacts Of(JsonElement root)
    {
        var trace = root.GetProperty("trace");
        return new RunFacts(
            root.GetProperty("experiment").GetString()!,
            RecordedOf(trace),
            root.GetProperty("failure").GetString(),
            root.GetProperty("version").GetString()!,
            root.GetProperty("configuration").GetString()!,
            root.GetProperty("result") is { ValueKind: JsonValueKind.Object } result ? RunFigures.Of(result) : null,
            NetworkOf(root.GetProperty("network")))
        {
            Diagnosis = root.TryGetProperty("diagnosis", out var diagnosis) && diagnosis.ValueKind == JsonValueKind.Object ? FailureFacts.Of(diagnosis) : null,
            Filter = root.GetProperty("filter").GetRawText(),
        };
    }

    // Older versions did not say how many links there are.
    private static TraceSummary RecordedOf(JsonElement trace) => new(
        trace.GetProperty("messages_sent").GetInt64(),
        trace.GetProperty("messages_wanted").GetInt64(),
        trace.GetProperty("messages_rows").GetInt64(),
        trace.GetProperty("nodes_ended").GetInt64(),
        trace.GetProperty("nodes_rows").GetInt64(),
        trace.GetProperty(trace.TryGetProperty("links", out _) ? "links" : "links_rows").GetInt64(),
        trace.GetProperty("links_rows").GetInt64(),
        trace.GetProperty("missing_because").GetString());

    // Older versions had one dimension of links that were all alike, and did not say what the others need.
    private static NetworkModel NetworkOf(JsonElement network) => new(
        network.GetProperty("congestion_aware").GetBoolean(),
        [
            .. network.GetProperty("dimensions").EnumerateArray().Select(dimension => new NetworkModel.Dimension(
                dimension.GetProperty("topology").GetString()!,
                dimension.GetProperty("npus").GetInt32(),
                new Bandwidth(dimension.GetProperty("bytes_per_ns").GetDouble()),
                dimension.GetProperty("latency_ns").GetDouble())
            {
                Switches = dimension.TryGetProperty("switches", out var switches) ? switches.GetInt32() : 0,
            }),
        ])
    {
        Links = ListOf(network, "links").ToDictionary(
            link => link.GetProperty("link").GetString()!,
            link => new NetworkModel.Link(new Bandwidth(link.GetProperty("bytes_per_ns").GetDouble()), link.GetProperty("latency_ns").GetDouble()),
            StringComparer.Ordinal),
        Changes =
        [
            .. ListOf(network, "changes").Select(change => new NetworkModel.Change(
                change.GetProperty("link").GetString()!,
                change.GetProperty("at_ns").GetInt64(),
                NumberOf(change, "bytes_per_ns") is { } rate ? new Bandwidth(rate) : null,
                NumberOf(change, "latency_ns"))),
        ],
    };

    private static JsonElement[] ListOf(JsonElement element, string property) =>
        element.TryGetProperty(property, out var list) ? [.. list.EnumerateArray()] : [];

    private static double? NumberOf(JsonElement element, string property) =>
        element.GetProperty(property) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
