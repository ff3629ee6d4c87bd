namespace ClusterSim.Sweeps.Running;

/// <summary>A point of a sweep that failed.</summary>
/// <param name="Point">Its number.</param>
/// <param name="Values">What it sets: keys of the experiment with what tables call their values.</param>
/// <param name="Node">Where it ran.</param>
/// <param name="Reason">Why it has no figures.</param>
public sealed record PointFailure(int Point, IReadOnlyList<KeyValuePair<string, string>> Values, string Node, string Reason);
