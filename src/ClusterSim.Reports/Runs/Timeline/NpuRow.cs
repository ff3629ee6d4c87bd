using ClusterSim.Inspection.Reading;

namespace ClusterSim.Reports.Runs.Timeline;

/// <summary>What the timeline shows of one NPU.</summary>
internal sealed class NpuRow
{
    private readonly List<NodeSpan>[] lanes = [.. Enum.GetValues<Lane>().Select(_ => new List<NodeSpan>())];

    /// <param name="npu">Its number.</param>
    /// <param name="finishNs">When it had finished; null: not known.</param>
    /// <param name="nodes">Its nodes, in order of their ends.</param>
    public NpuRow(int npu, long? finishNs, IEnumerable<NodeSpan> nodes)
    {
        Npu = npu;
        var last = 0L;
        foreach (var node in nodes)
        {
            last = Math.Max(last, node.EndNs);
            if (LaneNames.LaneOf(node) is { } lane)
            {
                lanes[(int)lane].Add(node);
            }
        }

        FinishNs = finishNs ?? last;
        foreach (var lane in lanes)
        {
            lane.Sort(static (one, other) => (one.StartNs, one.EndNs, one.Node).CompareTo((other.StartNs, other.EndNs, other.Node)));
        }
    }

    public int Npu { get; }

    /// <summary>When it had finished; of a run that failed when its last node ended.</summary>
    public long FinishNs { get; }

    /// <summary>How many spans it has.</summary>
    public int SpanCount => lanes.Sum(lane => lane.Count);

    /// <summary>All spans.</summary>
    public IEnumerable<NodeSpan> Spans => lanes.SelectMany(lane => lane);

    /// <summary>The spans of a lane, in order of their starts.</summary>
    public IReadOnlyList<NodeSpan> SpansOf(Lane lane) => lanes[(int)lane];

    /// <summary>When a node of a lane was under way.</summary>
    public BusyTime BusyTimeOf(Lane lane) => new(lanes[(int)lane].Select(node => (node.StartNs, node.EndNs)));
}
