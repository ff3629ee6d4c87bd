using System.Text.Json;

namespace ClusterSim.Inspection.Reading;

/// <summary>One of the last messages that an NPU got before its run failed.</summary>
/// <param name="Kind">chunk, delivered, memory-done and so on.</param>
/// <param name="From">The name of the actor that sent it.</param>
/// <param name="To">The name of the NPU that got it.</param>
/// <param name="Source">The name of the NPU that sent a chunk first; null: it is no chunk.</param>
/// <param name="Destination">The name of the NPU that a chunk is for; null: it is no chunk.</param>
/// <param name="Tag">Of a chunk.</param>
/// <param name="Bytes">The size of what it is about; null: not told.</param>
/// <param name="SentNs">When it was sent.</param>
/// <param name="HandledNs">When it was handled.</param>
public sealed record FailureMessage(string Kind, string From, string To, string? Source, string? Destination, long? Tag, long? Bytes, long SentNs, long HandledNs)
{
    internal static FailureMessage Of(JsonElement message) => new(
        message.GetProperty("kind").GetString()!,
        message.GetProperty("from").GetString()!,
        message.GetProperty("to").GetString()!,
        message.GetProperty("source").GetString(),
        message.GetProperty("destination").GetString(),
        NumberOf(message.GetProperty("tag")),
        NumberOf(message.GetProperty("bytes")),
        message.GetProperty("sent_ns").GetInt64(),
        message.GetProperty("handled_ns").GetInt64());

    private static long? NumberOf(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
