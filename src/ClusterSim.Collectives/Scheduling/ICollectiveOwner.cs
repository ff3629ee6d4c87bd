namespace ClusterSim.Collectives.Scheduling;

/// <summary>Who issues collectives and is told when they have ended.</summary>
internal interface ICollectiveOwner
{
    /// <summary>The collective of a node has ended.</summary>
    void OnCollectiveEnded(int node);
}
