using System.Globalization;
using System.Text.Json;

namespace ClusterSim.Inspection.Reading;

/// <summary>What a run found, as <c>run.json</c> tells it.</summary>
/// <param name="Backend"><c>congestion-aware</c> or <c>congestion-unaware</c>.</param>
/// <param name="Npus">In order of their numbers.</param>
/// <param name="Collectives">In order of their start.</param>
/// <param name="Messages">Chunks that NPUs sent each other.</param>
/// <param name="Hops">Links that those crossed.</param>
/// <param name="Events">Simulated messages that were handled.</param>
/// <param name="Digest">Of all simulated messages.</param>
public sealed record RunFigures(
    string Backend, IReadOnlyList<NpuFigures> Npus, IReadOnlyList<CollectiveFigures> Collectives, long Messages, long Hops, long Events, string Digest)
{
    /// <summary>The NPU that finished last, of equal ones the first; it is what a user waits for.</summary>
    public NpuFigures Slowest => Npus.MaxBy(npu => npu.FinishNs)!;

    /// <summary>Whose figures those of <see cref="Slowest"/> are, in words: <c>npu/3, which finished last</c>.</summary>
    public string SlowestText => $"{Trace.NpuName(Slowest.Npu)}, " + (Npus.Count(npu => npu.FinishNs == Slowest.FinishNs) is > 1 and var together
        ? string.Create(CultureInfo.InvariantCulture, $"one of {together:N0} NPUs that finished last, at the same time")
        : "which finished last");

    internal static RunFigures Of(JsonElement result) => new(
        result.GetProperty("backend").GetString()!,
        [.. result.GetProperty("npus").EnumerateArray().Select(NpuFigures.Of)],
        [.. result.GetProperty("collectives").EnumerateArray().Select(CollectiveFigures.Of)],
        result.GetProperty("messages").GetInt64(),
        result.GetProperty("hops").GetInt64(),
        result.GetProperty("events").GetInt64(),
        result.GetProperty("digest").GetString()!);
}
