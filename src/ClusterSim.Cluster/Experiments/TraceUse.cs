namespace ClusterSim.Cluster.Experiments;

/// <summary>Traces that somebody works with.</summary>
internal sealed class TraceUse(Action end) : IDisposable
{
    private int disposals;

    /// <summary>The prefix under which they are on this node.</summary>
    public string Prefix { get; set; } = "";

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposals, 1) == 0)
        {
            end();
        }
    }
}
