namespace ClusterSim.Inspection.Reading;

/// <summary>A row of <c>nodes.parquet</c>: a node of a trace that ended on an NPU.</summary>
/// <param name="Npu">Where.</param>
/// <param name="Node">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">compute, collective, send, receive, memory-load, memory-store or other.</param>
/// <param name="StartNs">When it started.</param>
/// <param name="EndNs">When it ended.</param>
public sealed record NodeSpan(int Npu, long Node, string Name, string Kind, long StartNs, long EndNs);
