namespace ClusterSim.Watch.Snapshots;

/// <summary>A point of a sweep that failed.</summary>
/// <param name="Point">Its number.</param>
/// <param name="Values">What it sets: <c>network.npus_count=[8], network.bandwidth=50</c>.</param>
/// <param name="Node">Where it ran.</param>
/// <param name="Reason">Why it has no figures.</param>
public sealed record FailedPoint(int Point, string Values, string Node, string Reason);
