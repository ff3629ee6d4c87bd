namespace ClusterSim.Network.Options;

/// <summary>What the shortest way of a graph has least of.</summary>
public enum RouteWeight
{
    /// <summary>Links.</summary>
    Hops,

    /// <summary>Latency, in whole picoseconds; of ways with equal latency, links.</summary>
    Latency,
}
