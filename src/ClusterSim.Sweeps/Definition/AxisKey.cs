namespace ClusterSim.Sweeps.Definition;

/// <summary>A key that is varied.</summary>
/// <param name="Key">With dots between the keys that lead to it: <c>network.bandwidth</c>.</param>
/// <param name="Values">What it takes, in order.</param>
internal sealed record AxisKey(string Key, IReadOnlyList<AxisValue> Values);
