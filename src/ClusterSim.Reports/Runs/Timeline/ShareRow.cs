namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>
/// A row of the timeline that tells, for equal pieces of the run, in which share of each an NPU did what; of several NPUs, on average.
/// </summary>
/// <param name="firstNpu">The first of its NPUs, which follow one another.</param>
/// <param name="bins">How many pieces there are.</param>
/// <param name="endNs">The end of the run.</param>
internal sealed class ShareRow(int firstNpu, int bins, long endNs)
{
    // Exposed comes behind the lanes.
    private static readonly int Lanes = Enum.GetValues<Lane>().Length;

    private readonly double[][] sums = [.. Enumerable.Range(0, Lanes + 1).Select(_ => new double[bins])];

    public int FirstNpu => firstNpu;

    /// <summary>How many NPUs it stands for.</summary>
    public int Count { get; private set; }

    /// <summary>When the last of them had finished.</summary>
    public long FinishNs { get; private set; }

    /// <summary>Takes in an NPU.</summary>
    public void Add(NpuRow npu)
    {
        Count++;
        FinishNs = Math.Max(FinishNs, npu.FinishNs);
        foreach (var lane in Enum.GetValues<Lane>())
        {
            Add(npu.BusyTimeOf(lane), sums[(int)lane]);
        }

        AddExposed(npu);
    }

    /// <summary>The shares of the lanes, and of the time in which an NPU did not compute; 255 is the whole.</summary>
    public IEnumerable<byte[]> Shares => sums.Select(lane => Array.ConvertAll(lane, ByteOf));

    private void Add(BusyTime busy, double[] lane)
    {
        for (var bin = 0; bin < bins; bin++)
        {
            lane[bin] += busy.Within(EdgeOf(bin), EdgeOf(bin + 1)) / Width(bin);
        }
    }

    private void AddExposed(NpuRow npu)
    {
        var compute = npu.BusyTimeOf(Lane.Compute);
        for (var bin = 0; bin < bins && EdgeOf(bin) < npu.FinishNs; bin++)
        {
            var to = Math.Min(EdgeOf(bin + 1), npu.FinishNs);
            sums[Lanes][bin] += (to - EdgeOf(bin) - compute.Within(EdgeOf(bin), to)) / Width(bin);
        }
    }

    // Of a run shorter than its bins, some are empty.
    private double Width(int bin) => Math.Max(1, EdgeOf(bin + 1) - EdgeOf(bin));

    private long EdgeOf(int bin) => (long)((Int128)endNs * bin / bins);

    // What is there at all is seen.
    private byte ByteOf(double sum) => sum <= 0 ? (byte)0 : (byte)Math.Clamp(Math.Round(255 * sum / Count), 1, 255);
}
