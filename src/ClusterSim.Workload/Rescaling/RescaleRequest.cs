namespace ClusterSim.Workload.Rescaling;

/// <summary>What a user wants of traces that are rescaled.</summary>
/// <param name="NpuCount">For how many NPUs they are to be: a multiple or a divisor of how many they are for.</param>
public sealed record RescaleRequest(int NpuCount)
{
    /// <summary>Stands for collectives of all NPUs.</summary>
    public const string All = "all";

    /// <summary>Stands for no collective: the replicas have nothing to do with each other.</summary>
    public const string None = "none";

    /// <summary>
    /// The groups over the data-parallel dimension, which grow and shrink; <see cref="All"/> among them, or <see cref="None"/> alone. All other
    /// groups are replicated.
    /// </summary>
    public IReadOnlyList<string> DataParallel { get; init; } = [All];

    /// <summary>
    /// Whether ALL_GATHERs of groups that grow keep their bytes. If not, what they gather does: each NPU brings a smaller part. False by default.
    /// </summary>
    public bool KeepSizes { get; init; }
}
