namespace ClusterSim.Cluster.Services;

/// <summary>The roles that services ask for.</summary>
public static class NodeRoles
{
    /// <summary>Simulates.</summary>
    public const string Worker = "worker";
}
