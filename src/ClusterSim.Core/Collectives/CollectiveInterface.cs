namespace ClusterSim.Core.Collectives;

/// <summary>The interface between the simulator and collective algorithms: all that is public in this namespace.</summary>
public static class CollectiveInterface
{
    /// <summary>Counts up whenever an assembly that was built before could no longer run.</summary>
    public const int Version = 1;
}
