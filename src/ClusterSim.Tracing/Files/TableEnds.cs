using System.Text.Json;

namespace ClusterSim.Tracing.Files;

/// <summary>
/// The file <c>ends.json</c>: the ends of the other files once more. Parquet describes a file at its end only, so one that is cut off,
/// by a copy that broke or a disk that was full, could not be read at all.
/// </summary>
public static class TableEnds
{
    /// <summary>Writes the ends.</summary>
    /// <param name="target">The file.</param>
    /// <param name="ends">Those of each table, by its file name.</param>
    public static void Write(Stream target, IReadOnlyDictionary<string, TableEnd> ends)
    {
        using var json = new Utf8JsonWriter(target);
        json.WriteStartObject();
        foreach (var name in TraceFiles.All.Where(ends.ContainsKey))
        {
            json.WriteStartObject(name);
            json.WriteStartArray("group_ends");
            foreach (var end in ends[name].GroupEnds)
            {
                json.WriteNumberValue(end);
            }

            json.WriteEndArray();
            json.WriteBase64String("footer", ends[name].Footer);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The end of a table; null: it is not known.</summary>
    /// <param name="folder">The folder of the trace.</param>
    /// <param name="name">The table's file name.</param>
    public static TableEnd? Of(string folder, string name)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(folder, TraceFiles.Ends));
            using var json = JsonDocument.Parse(file);
            return json.RootElement.TryGetProperty(name, out var end)
                ? new TableEnd([.. end.GetProperty("group_ends").EnumerateArray().Select(group => group.GetInt64())], end.GetProperty("footer").GetBytesFromBase64())
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // It is cut off itself, or the trace is older than it.
            return null;
        }
    }
}
