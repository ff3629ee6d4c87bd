using System.Text;
using System.Text.Json;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Chakra;

/// <summary>
/// Reads the process groups out of a METADATA node: <c>inputs.values</c> is a JSON list behind two wrapping characters at
/// each end, as in <c>['[{"pg_name":"1","ranks":[0,1]}]']</c>.
/// </summary>
internal static class MetadataGroupParser
{
    private const int Wrapping = 2;

    /// <summary>The groups; none if the node is about something else.</summary>
    /// <exception cref="FormatException">The node is about groups, but is not in that form; the message says how.</exception>
    public static IReadOnlyList<MetadataGroup> Parse(ulong nodeId, ReadOnlySpan<byte> values)
    {
        if (values.IndexOf("pg_name"u8) < 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(values[Wrapping..^Wrapping].ToArray());
            return [.. document.RootElement.EnumerateArray().Select(group => ParseGroup(nodeId, group))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException(
                "inputs.values must define process groups in the form ['[{\"pg_name\":\"1\",\"ranks\":[0,1]}]'], but is "
                + $"{Encoding.UTF8.GetString(values[..Math.Min(values.Length, 200)])}.",
                exception);
        }
    }

    private static MetadataGroup ParseGroup(ulong nodeId, JsonElement group)
    {
        var name = group.GetProperty("pg_name");
        var ranks = group.GetProperty("ranks").EnumerateArray().Select(ParseRank).ToArray();
        return new MetadataGroup(nodeId, name.ValueKind == JsonValueKind.Number ? name.GetRawText() : name.GetString() ?? "", ranks);
    }

    private static int ParseRank(JsonElement rank) =>
        rank.TryGetInt32(out var number) ? number : throw new JsonException("A rank is no 32-bit integer.");
}
