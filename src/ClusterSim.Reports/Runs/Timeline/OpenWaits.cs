using ClusterSim.Inspection.Reading;

namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>
/// What NPUs of a stuck run wait for, as spans. A trace does not tell when a node began that never ended; it is shown from the last end of a
/// node of its NPU on, since when the NPU has got nothing done.
/// </summary>
internal static class OpenWaits
{
    /// <summary>Makes the spans; none of a run that is not stuck.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="untilNs">Up to when they are shown.</param>
    /// <param name="lastEndOf">When the last node of an NPU ended.</param>
    public static IEnumerable<NodeSpan> Of(Trace trace, long untilNs, Func<int, long> lastEndOf)
    {
        var npus = trace.ActorNames.Take(trace.NpuCount).Index().ToDictionary(actor => actor.Item, actor => actor.Index, StringComparer.Ordinal);
        foreach (var wait in trace.Run.Diagnosis?.Waits ?? [])
        {
            if (KindOf(wait) is { } kind && npus.TryGetValue(wait.Npu, out var npu))
            {
                yield return new NodeSpan(npu, (long)(wait.Node ?? 0), TitleOf(wait), kind, lastEndOf(npu), untilNs);
            }
        }
    }

    // What waits for a slot has not begun; the node that holds the slot waits, too.
    private static string? KindOf(FailureWait wait) => wait.Kind switch
    {
        "slot" => null,
        "memory" => "memory-load",
        "call" or "chunk" or "turn" => "collective",
        _ => wait.Kind,
    };

    private static string TitleOf(FailureWait wait) => $"{(wait.Name.Length > 0 ? $"{wait.Name}: " : "")}{wait.What}, never ended";
}
