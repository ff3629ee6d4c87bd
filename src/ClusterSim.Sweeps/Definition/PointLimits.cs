namespace ClusterSim.Sweeps.Definition;

/// <summary>What one point may take; null: as much as it likes.</summary>
/// <param name="Seconds">How long its simulation may run.</param>
/// <param name="Events">How many events it may have.</param>
/// <param name="MemoryBytes">What a process may take for each point that it runs at once.</param>
public sealed record PointLimits(double? Seconds, long? Events, long? MemoryBytes)
{
    public static PointLimits None { get; } = new(null, null, null);
}
