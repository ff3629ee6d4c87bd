namespace ClusterSim.Network.Options;

/// <summary>A validated network: what joins the NPUs.</summary>
/// <param name="Dimensions">At least one; dimension 0 varies fastest in the numbering of NPUs.</param>
/// <param name="Backend">Which model prices a message.</param>
public sealed record NetworkOptions(IReadOnlyList<DimensionOptions> Dimensions, NetworkBackend Backend)
{
    /// <summary>The number of NPUs: the product over all dimensions.</summary>
    public int NpuCount => Dimensions.Aggregate(1, (count, dimension) => count * dimension.NpuCount);
}
