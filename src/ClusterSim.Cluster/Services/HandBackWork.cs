namespace ClusterSim.Cluster.Services;

/// <summary>
/// The node is leaving: the service gives its work back to whom it comes from, and takes no more. It answers with
/// <see cref="WorkHandedBack"/> when nothing of it is on its way any more; the node waits for that a bounded time.
/// </summary>
public sealed class HandBackWork
{
    private HandBackWork()
    {
    }

    public static HandBackWork Instance { get; } = new();
}
