using System.Buffers;
using System.Text;
using System.Text.Json;
using ClusterSim.Core;
using ClusterSim.Hosting.Diagnosis;

namespace ClusterSim.Cli.Output;

/// <summary>Says as JSON why a run came to no result: who waits for what, and the last messages of those concerned.</summary>
internal static class FailureJson
{
    /// <summary>An object with the one key <c>failure</c>, in lines.</summary>
    /// <param name="failure">Why there is no result; null: there is one.</param>
    public static string Text(SimulationFailedException? failure)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
        {
            json.WriteStartObject();
            json.WritePropertyName("failure");
            Write(failure, json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A failure in one line; null: there is none.</summary>
    public static string? Summary(SimulationFailedException? failure) =>
        failure is DiagnosedFailureException diagnosed ? diagnosed.Diagnosis.Summary : failure?.Message;

    /// <summary>Writes a failure as an object, or null.</summary>
    public static void Write(SimulationFailedException? failure, Utf8JsonWriter json)
    {
        switch (failure)
        {
            case null:
                json.WriteNullValue();
                break;
            case DiagnosedFailureException diagnosed:
                DiagnosisJson.Write(diagnosed.Diagnosis, json);
                break;
            default:
                json.WriteStartObject();
                json.WriteString("kind", "failed");
                json.WriteString("text", failure.Message);
                json.WriteEndObject();
                break;
        }
    }
}
