using ClusterSim.Inspection.Reading;

namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>What the timeline shows of one NPU.</summary>
internal sealed class NpuRow
{
    private readonly List<NodeSpan>[] lanes = EmptyLanes();
    private readonly List<NodeSpan>[] open = EmptyLanes();

    /// <param name="npu">Its number.</param>
    /// <param name="finishNs">When it had finished; null: not known.</param>
    /// <param name="nodes">Its nodes that ended.</param>
    /// <param name="never">Those that never did, each up to the end of what is shown.</param>
    public NpuRow(int npu, long? finishNs, IEnumerable<NodeSpan> nodes, IEnumerable<NodeSpan> never)
    {
        Npu = npu;
        var last = 0L;
        Take(nodes, lanes, ref last);
        Take(never, open, ref last);
        FinishNs = finishNs ?? last;
    }

    public int Npu { get; }

    /// <summary>When it had finished; of a run that failed the end of all that is shown of it.</summary>
    public long FinishNs { get; }

    /// <summary>From when on it does nothing but wait for what never comes; null: it does not.</summary>
    public long? StuckFromNs => open.SelectMany(lane => lane).Select(node => (long?)node.StartNs).FirstOrDefault();

    /// <summary>How many spans it has.</summary>
    public int SpanCount => Spans.Count();

    /// <summary>All spans, those that never ended, too.</summary>
    public IEnumerable<NodeSpan> Spans => lanes.Concat(open).SelectMany(lane => lane);

    /// <summary>The spans of a lane that ended, in order of their starts.</summary>
    public IReadOnlyList<NodeSpan> SpansOf(Lane lane) => lanes[(int)lane];

    /// <summary>Those that never did.</summary>
    public IReadOnlyList<NodeSpan> OpenSpansOf(Lane lane) => open[(int)lane];

    /// <summary>When a node of one of some lanes was under way.</summary>
    public BusyTime BusyTimeOf(params ReadOnlySpan<Lane> some)
    {
        var spans = new List<(long StartNs, long EndNs)>();
        foreach (var lane in some)
        {
            spans.AddRange(lanes[(int)lane].Concat(open[(int)lane]).Select(node => (node.StartNs, node.EndNs)));
        }

        return new BusyTime(spans);
    }

    private static List<NodeSpan>[] EmptyLanes() => [.. Enum.GetValues<Lane>().Select(_ => new List<NodeSpan>())];

    private static void Take(IEnumerable<NodeSpan> nodes, List<NodeSpan>[] into, ref long last)
    {
        foreach (var node in nodes)
        {
            last = Math.Max(last, node.EndNs);
            if (LaneNames.LaneOf(node) is { } lane)
            {
                into[(int)lane].Add(node);
            }
        }

        foreach (var lane in into)
        {
            lane.Sort(static (one, other) => (one.StartNs, one.EndNs, one.Node).CompareTo((other.StartNs, other.EndNs, other.Node)));
        }
    }
}
