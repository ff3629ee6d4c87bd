using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Workload.TextWorkloads;

/// <summary>One of the three passes of a layer: what it computes, and what is communicated behind that.</summary>
// A class, so that the two passes of two layers that say the same remain two.
public sealed class LayerPass
{
    /// <summary>How long the computation takes; not negative.</summary>
    public required SimDuration Compute { get; init; }

    /// <summary>What is communicated; null: nothing.</summary>
    public CollectiveKind? Collective { get; init; }

    /// <summary>The bytes of each NPU.</summary>
    public ByteSize Size { get; init; }
}
