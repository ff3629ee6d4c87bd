namespace ClusterSim.Collectives.Results;

/// <summary>How far an NPU has numbered the streams of its collectives in a group: it has called the collectives whose first stream is before that.</summary>
/// <param name="Group">The group's number, or -1: all NPUs.</param>
/// <param name="Next">What the next stream would be.</param>
public readonly record struct GroupStreams(int Group, long Next);
