using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClusterSim.Watch.Snapshots;

/// <summary>Snapshots as JSON, on one line. Written by generated code, since the program does without code that is made while it runs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WatchSnapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext
{
    public static byte[] Write(WatchSnapshot snapshot) => JsonSerializer.SerializeToUtf8Bytes(snapshot, Default.WatchSnapshot);
}
