using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Options;

/// <summary>How one kind of collective is run.</summary>
/// <param name="PerDimension">
/// The algorithm of each network dimension, or a single one that takes the whole system as one dimension.
/// </param>
/// <param name="SpansSystem">Whether the single algorithm takes the whole system as one dimension (<c>oneRing</c>).</param>
/// <param name="Custom">A custom algorithm, which is run instead, or null.</param>
public sealed record CollectiveImplementation(
    IReadOnlyList<ICollectiveAlgorithm> PerDimension, bool SpansSystem = false, ICollectiveAlgorithm? Custom = null);
