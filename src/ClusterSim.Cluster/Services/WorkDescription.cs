namespace ClusterSim.Cluster.Services;

/// <summary>What a service does now.</summary>
/// <param name="Text">A few words, such as <c>points 4, 7 of grid</c>; empty: nothing.</param>
public sealed record WorkDescription(string Text);
