namespace ClusterSim.Cluster.Membership;

/// <summary>What came of joining.</summary>
internal enum JoinOutcome
{
    Up,

    /// <summary>A seed runs another version.</summary>
    OtherVersion,

    /// <summary>The bound has passed.</summary>
    TimedOut,

    /// <summary>The others removed this process at once, or its actor system ended otherwise.</summary>
    Removed,
}
