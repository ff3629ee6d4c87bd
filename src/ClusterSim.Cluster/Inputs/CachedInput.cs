namespace ClusterSim.Cluster.Inputs;

/// <summary>A file of the cache.</summary>
internal sealed class CachedInput(string hash, string path, long size)
{
    public string Hash => hash;

    public string Path => path;

    public long Size => size;

    /// <summary>Whether its content was compared with its name since the process started.</summary>
    public bool IsVerified { get; set; }

    /// <summary>How many use it now.</summary>
    public int Users { get; set; }

    /// <summary>Which use was the last, counted over all inputs.</summary>
    public long LastUse { get; set; }
}
