using System.Text.Json;

namespace ClusterSim.Inspection.Reading;

/// <summary>The figures of a collective.</summary>
/// <param name="Node">The name of its node.</param>
/// <param name="Kind">Such as <c>all-reduce</c>.</param>
/// <param name="Group">Its process group; null: all NPUs.</param>
/// <param name="Ranks">How many take part.</param>
/// <param name="Bytes">What each rank brings.</param>
/// <param name="Algorithm">Its algorithm; several dimensions are joined by a plus sign.</param>
/// <param name="StartNs">When its first rank began.</param>
/// <param name="DurationNs">Until its last rank ended.</param>
/// <param name="AlgorithmBandwidth">In GB/s of 2^30 bytes; null: it took no time.</param>
/// <param name="BusBandwidth">In GB/s of 2^30 bytes; null: it took no time.</param>
public sealed record CollectiveFigures(
    string Node, string Kind, string? Group, int Ranks, long Bytes, string Algorithm, long StartNs, long DurationNs, double? AlgorithmBandwidth, double? BusBandwidth)
{
    internal static CollectiveFigures Of(JsonElement collective) => new(
        collective.GetProperty("node").GetString()!,
        collective.GetProperty("kind").GetString()!,
        collective.GetProperty("group").GetString(),
        collective.GetProperty("ranks").GetInt32(),
        collective.GetProperty("bytes").GetInt64(),
        collective.GetProperty("algorithm").GetString()!,
        collective.GetProperty("start").GetInt64(),
        collective.GetProperty("duration").GetInt64(),
        NumberOf(collective.GetProperty("algorithm_bandwidth")),
        NumberOf(collective.GetProperty("bus_bandwidth")));

    private static double? NumberOf(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
}
