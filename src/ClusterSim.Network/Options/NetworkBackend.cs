namespace ClusterSim.Network.Options;

/// <summary>How messages share the network.</summary>
public enum NetworkBackend
{
    /// <summary>Every link is a first-in first-out server; chunks are stored and forwarded at every hop.</summary>
    CongestionAware,

    /// <summary>Every message has the network to itself.</summary>
    CongestionUnaware,
}
