namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>When at least one of several spans was under way.</summary>
internal sealed class BusyTime
{
    // The spans joined where they touch, in order; before[i] is the length of those in front of i.
    private readonly List<long> starts = [];
    private readonly List<long> ends = [];
    private readonly List<long> before = [];

    /// <param name="spans">In any order.</param>
    public BusyTime(IEnumerable<(long StartNs, long EndNs)> spans)
    {
        var sum = 0L;
        foreach (var (start, end) in spans.Where(span => span.EndNs > span.StartNs).OrderBy(span => span.StartNs))
        {
            if (ends.Count > 0 && start <= ends[^1])
            {
                sum += Math.Max(0, end - ends[^1]);
                ends[^1] = Math.Max(ends[^1], end);
                continue;
            }

            before.Add(sum);
            starts.Add(start);
            ends.Add(end);
            sum += end - start;
        }
    }

    /// <summary>How long it was between two times.</summary>
    public long Within(long fromNs, long toNs) => toNs <= fromNs ? 0 : Until(toNs) - Until(fromNs);

    private long Until(long timeNs)
    {
        var index = starts.BinarySearch(timeNs);
        index = index >= 0 ? index : ~index - 1;
        return index < 0 ? 0 : before[index] + Math.Min(ends[index], timeNs) - starts[index];
    }
}
