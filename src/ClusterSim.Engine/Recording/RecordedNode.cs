namespace ClusterSim.Engine.Recording;

/// <summary>A node of a trace that has ended.</summary>
/// <param name="Npu">Whose trace it is of.</param>
/// <param name="Node">Its index there.</param>
/// <param name="StartedAt">When it started, in nanoseconds.</param>
/// <param name="EndedAt">When it ended, in nanoseconds.</param>
public readonly record struct RecordedNode(int Npu, int Node, long StartedAt, long EndedAt);
