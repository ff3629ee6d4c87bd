namespace ClusterSim.Cluster.Services;

/// <summary>The node asks a service what it does now, for the status. To be answered within a second.</summary>
public sealed class DescribeWork
{
    private DescribeWork()
    {
    }

    public static DescribeWork Instance { get; } = new();
}
