namespace ClusterSim.Workload.Chakra;

/// <summary>The first of several nodes that are alike in something, and how many there are.</summary>
internal sealed class NodeReference(ulong id, string name, bool isSend)
{
    public ulong Id => id;

    public string Name => name;

    /// <summary>Whether the first one is a send; else it is a receive.</summary>
    public bool IsSend => isSend;

    public int Count { get; set; } = 1;
}
