namespace ClusterSim.Collectives.Options;

/// <summary>How a collective is spread over several network dimensions.</summary>
public enum CollectiveOptimization
{
    /// <summary>One phase of the collective's own kind in each dimension.</summary>
    Baseline,

    /// <summary>
    /// An all-reduce as reduce-scatter up to the last dimension, all-reduce in it, all-gather back down, so that each
    /// dimension carries less than the one before.
    /// </summary>
    LocalBandwidthAware,
}
