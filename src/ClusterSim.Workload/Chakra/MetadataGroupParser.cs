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
    private const int Quoted = 200;

    /// <summary>Whether the values mention a group. If not, a mistake in them hides none.</summary>
    public static bool IsAboutGroups(ReadOnlySpan<byte> values) => values.IndexOf("pg_name"u8) >= 0;

    /// <summary>The groups that can be read; none if the node has no values.</summary>
    /// <param name="nodeId">The node.</param>
    /// <param name="values">What stands in <c>inputs.values</c>.</param>
    /// <param name="mistake">What is wrong with it, in a sentence; null: nothing.</param>
    public static IReadOnlyList<MetadataGroup> Parse(ulong nodeId, ReadOnlySpan<byte> values, out string? mistake)
    {
        mistake = null;
        if (values.Trim(" []'"u8).IsEmpty)
        {
            return [];
        }

        var groups = new List<MetadataGroup>();
        if (!TryAdd(nodeId, values, groups))
        {
            mistake = "inputs.values must define process groups in the form ['[{\"pg_name\":\"1\",\"ranks\":[0,1]}]'], but is "
                + $"{Printable.Of(values[..Math.Min(values.Length, Quoted)])}.";
        }

        return groups;
    }

    // Goes on behind a wrong group, so that the others are known.
    private static bool TryAdd(ulong nodeId, ReadOnlySpan<byte> values, List<MetadataGroup> groups)
    {
        if (values.Length < 2 * Wrapping)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(values[Wrapping..^Wrapping].ToArray());
            var isRight = true;
            foreach (var group in document.RootElement.EnumerateArray())
            {
                isRight &= TryAdd(nodeId, group, groups);
            }

            return isRight;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryAdd(ulong nodeId, JsonElement group, List<MetadataGroup> groups)
    {
        try
        {
            var name = group.GetProperty("pg_name");
            var ranks = group.GetProperty("ranks").EnumerateArray().Select(ParseRank).ToArray();
            groups.Add(new MetadataGroup(nodeId, name.ValueKind == JsonValueKind.Number ? name.GetRawText() : name.GetString() ?? "", ranks));
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static int ParseRank(JsonElement rank) =>
        rank.TryGetInt32(out var number) ? number : throw new JsonException("A rank is no 32-bit integer.");
}
