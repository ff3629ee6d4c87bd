namespace ClusterSim.Hosting.Nodes;

/// <summary>How soon a silent member counts as unreachable, and is given up. The same for all members of a cluster.</summary>
public sealed record FailureDetection
{
    /// <summary>Between two signs of life.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The silence after which a member counts as unreachable.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long who is reachable must not change before the unreachable ones are given up.</summary>
    public TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(4);
}
