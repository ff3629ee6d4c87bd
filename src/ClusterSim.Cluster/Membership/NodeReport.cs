using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>One thing that a node reports.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Address">Where the node is reached; null before it is known.</param>
/// <param name="Message">In words, for people.</param>
public sealed record NodeReport(NodeEvent Event, HostPort? Address, string Message)
{
    /// <summary>Whom it is about, where that is another member.</summary>
    public string? Member { get; init; }
}
