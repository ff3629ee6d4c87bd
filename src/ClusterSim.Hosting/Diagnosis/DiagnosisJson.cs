using System.Text.Json;
using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;
using ClusterSim.Hosting.Results;
using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Writes a diagnosis for programs.</summary>
public static class DiagnosisJson
{
    /// <summary>Writes a diagnosis as an object.</summary>
    /// <param name="diagnosis">The diagnosis.</param>
    /// <param name="json">Gets it.</param>
    /// <param name="mostWaits">How many edges of the graph are written.</param>
    public static void Write(RunDiagnosis diagnosis, Utf8JsonWriter json, int mostWaits = int.MaxValue)
    {
        json.WriteStartObject();
        json.WriteString("kind", diagnosis.Kind == FailureKind.Stuck ? "stuck" : "actor-failed");
        json.WriteString("text", diagnosis.Headline);
        json.WriteTexts("notes", diagnosis.Notes);
        if (diagnosis.Graph is { } graph)
        {
            WriteGraph(json, graph, mostWaits);
        }

        WriteActors(json, diagnosis);
        json.WriteStartArray("messages");
        foreach (var message in diagnosis.Last.Messages)
        {
            WriteMessage(json, message, diagnosis);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGraph(Utf8JsonWriter json, WaitGraph graph, int mostWaits)
    {
        json.WriteNumber("npus_stuck", graph.Stuck.Count);
        json.WriteStartArray("cycles");
        foreach (var cycle in graph.Cycles)
        {
            json.WriteStartArray();
            foreach (var npu in cycle)
            {
                json.WriteStringValue(Npu(npu));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("waits");
        foreach (var wait in graph.Waits.Take(mostWaits))
        {
            json.WriteStartObject();
            json.WriteString("kind", wait.Kind.ToString().ToLowerInvariant());
            json.WriteString("npu", Npu(wait.Npu));
            json.WriteString("for", wait.For is { } other ? Npu(other) : null);
            json.WriteNumberOrNull("node", wait.Node);
            json.WriteString("name", wait.Name);
            json.WriteString("what", wait.What);
            json.WriteString("why", wait.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("waits_left_out", graph.LeftOut + Math.Max(0, graph.Waits.Count - mostWaits));
    }

    private static void WriteActors(Utf8JsonWriter json, RunDiagnosis diagnosis)
    {
        json.WriteStartArray("npus");
        foreach (var actor in diagnosis.Actors.Where(diagnosis.Last.Handled.ContainsKey))
        {
            json.WriteStartObject();
            json.WriteString("npu", diagnosis.Names[actor]);
            json.WriteNumber("handled", diagnosis.Last.Handled[actor]);
            json.WriteNumber("kept", diagnosis.Last.Messages.Count(message => message.To == actor));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, in LastMessage last, RunDiagnosis diagnosis)
    {
        var isChunk = last.Message.Kind == MessageKind.Chunk;
        json.WriteStartObject();
        json.WriteString("message", MessageNames.Of(diagnosis.Names[last.From], last.Id));
        json.WriteNumber("sent_ns", last.SentAt.Ns);
        json.WriteNumber("handled_ns", last.HandledAt.Ns);
        json.WriteString("from", diagnosis.Names[last.From]);
        json.WriteString("to", diagnosis.Names[last.To]);
        json.WriteString("kind", MessageNames.Kinds[(int)last.Message.Kind]);
        json.WriteString("class", isChunk ? MessageNames.Classes[(int)last.Message.Class] : null);
        json.WriteString("source", isChunk ? Npu(last.Message.Source) : null);
        json.WriteString("destination", isChunk ? Npu(last.Message.Destination) : null);
        json.WriteNumberOrNull("tag", isChunk ? last.Message.Tag : null);
        json.WriteNumber("bytes", last.Message.Size.Bytes);
        json.WriteEndObject();
    }

    private static string Npu(int npu) => $"npu/{npu}";
}
