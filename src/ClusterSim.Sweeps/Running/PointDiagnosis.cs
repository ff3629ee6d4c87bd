using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClusterSim.Hosting.Diagnosis;

namespace ClusterSim.Sweeps.Running;

/// <summary>What is kept of a point that got stuck or failed, beside its row: JSON that travels in one message.</summary>
internal static class PointDiagnosis
{
    // A message may have 256 KiB.
    private const int MostWaits = 100;
    private const int MostBytes = 192 * 1024;

    private static readonly JsonWriterOptions Style = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>The diagnosis; null if it is too large.</summary>
    public static string? Of(RunDiagnosis diagnosis)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Style))
        {
            DiagnosisJson.Write(diagnosis, json, MostWaits);
        }

        return buffer.WrittenCount <= MostBytes ? Encoding.UTF8.GetString(buffer.WrittenSpan) : null;
    }
}
