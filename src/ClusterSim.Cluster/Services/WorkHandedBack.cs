namespace ClusterSim.Cluster.Services;

/// <summary>The answer to <see cref="HandBackWork"/>.</summary>
public sealed class WorkHandedBack
{
    private WorkHandedBack()
    {
    }

    public static WorkHandedBack Instance { get; } = new();
}
