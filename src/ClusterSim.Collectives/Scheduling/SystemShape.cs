namespace ClusterSim.Collectives.Scheduling;

/// <summary>The numbers of NPUs in each dimension of the network. Dimension 0 varies fastest in the numbering of NPUs.</summary>
/// <param name="DimensionSizes">At least one.</param>
public sealed record SystemShape(IReadOnlyList<int> DimensionSizes)
{
    /// <summary>All NPUs of the system.</summary>
    public int NpuCount { get; } = DimensionSizes.Aggregate(1, (count, size) => count * size);
}
