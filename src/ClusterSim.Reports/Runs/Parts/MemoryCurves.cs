using ClusterSim.Inspection.Reading;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>
/// The memory of the NPU that took most, change by change as long as those are few, and the least and the most that any NPU took in each of
/// equal pieces of the run.
/// </summary>
internal sealed class MemoryCurves
{
    private const int Bins = 600;
    private const int MostChanges = 4000;

    /// <param name="changes">In order of the NPU, then of the time; at least one.</param>
    /// <param name="endNs">The end of the run.</param>
    public MemoryCurves(IReadOnlyList<MemoryChange> changes, long endNs)
    {
        EndNs = Math.Max(1, Math.Max(endNs, changes.Max(change => change.TimeNs)));
        Low = new long[Bins];
        High = new long[Bins];
        Array.Fill(Low, long.MaxValue);
        var npus = changes.GroupBy(change => change.Npu).Select(npu => npu.ToList()).ToList();
        foreach (var npu in npus)
        {
            var (low, high) = RangeOf(npu);
            for (var bin = 0; bin < Bins; bin++)
            {
                Low[bin] = Math.Min(Low[bin], low[bin]);
                High[bin] = Math.Max(High[bin], high[bin]);
            }
        }

        NpuCount = npus.Count;
        var most = npus.MaxBy(npu => npu.Max(change => change.Bytes))!;
        var peak = most.MaxBy(change => change.Bytes);
        (PeakNpu, PeakBytes, PeakAtNs) = (peak.Npu, peak.Bytes, peak.TimeNs);
        (TimesNs, Bytes) = most.Count <= MostChanges
            ? (most.Select(change => change.TimeNs).ToList(), most.Select(change => change.Bytes).ToList())
            : (Enumerable.Range(0, Bins).Select(EdgeOf).ToList(), [.. RangeOf(most).High]);
    }

    public long EndNs { get; }

    /// <summary>How many NPUs have tensors.</summary>
    public int NpuCount { get; }

    /// <summary>The NPU that took most.</summary>
    public int PeakNpu { get; }

    public long PeakBytes { get; }

    public long PeakAtNs { get; }

    /// <summary>When its memory changed.</summary>
    public IReadOnlyList<long> TimesNs { get; }

    /// <summary>What it took from then on.</summary>
    public IReadOnlyList<long> Bytes { get; }

    /// <summary>The least that an NPU took in each piece.</summary>
    public long[] Low { get; }

    /// <summary>The most that an NPU took in each piece.</summary>
    public long[] High { get; }

    private long EdgeOf(int bin) => (long)((Int128)EndNs * bin / Bins);

    private (long[] Low, long[] High) RangeOf(List<MemoryChange> changes)
    {
        var low = new long[Bins];
        var high = new long[Bins];
        var now = 0L;
        var next = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            // What changes at the beginning of a piece was never otherwise within it.
            for (; next < changes.Count && changes[next].TimeNs <= EdgeOf(bin); next++)
            {
                now = changes[next].Bytes;
            }

            (low[bin], high[bin]) = (now, now);
            for (; next < changes.Count && changes[next].TimeNs < EdgeOf(bin + 1); next++)
            {
                now = changes[next].Bytes;
                low[bin] = Math.Min(low[bin], now);
                high[bin] = Math.Max(high[bin], now);
            }
        }

        return (low, high);
    }
}
