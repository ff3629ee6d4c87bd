namespace ClusterSim.Cluster.Wire;

/// <summary>By these a receiver knows how a message is written. Frozen.</summary>
internal static class SerializerIds
{
    public const int Refusing = 7701;
    public const int Control = 7702;
    public const int Data = 7703;
}
