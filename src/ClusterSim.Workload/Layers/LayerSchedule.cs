namespace ClusterSim.Workload.Layers;

/// <summary>What the passes of a layer table wait for.</summary>
public enum LayerSchedule
{
    /// <summary>
    /// One chain: forward passes in order; then for each layer from the last to the first input gradient, weight gradient
    /// and all-reduce, each after the one before.
    /// </summary>
    Serial,

    /// <summary>The same, but the next layer does not wait for the all-reduce.</summary>
    Overlap,
}
