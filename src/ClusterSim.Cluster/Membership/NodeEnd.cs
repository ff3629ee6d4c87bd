namespace ClusterSim.Cluster.Membership;

/// <summary>How a node ended.</summary>
public enum NodeEnd
{
    /// <summary>It was asked to, and has left.</summary>
    Left,

    /// <summary>The cluster runs another version.</summary>
    Refused,

    /// <summary>It did not become a member in time.</summary>
    NotJoined,
}
