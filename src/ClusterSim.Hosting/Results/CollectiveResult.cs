using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Results;

/// <summary>One collective, over all its ranks.</summary>
/// <param name="Node">The name of its node in the trace of its lowest NPU, or the node's id where it has none.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Group">Its process group's name, or null: all NPUs.</param>
/// <param name="Ranks">How many ranks take part.</param>
/// <param name="Size">The bytes that each rank brings, scaled as the run scales them.</param>
/// <param name="Algorithm">The algorithm's name; several dimensions are joined by a plus sign.</param>
/// <param name="Start">When its first rank began.</param>
/// <param name="Duration">From its first rank's beginning to its last rank's end.</param>
public sealed record CollectiveResult(
    string Node, CollectiveKind Kind, string? Group, int Ranks, ByteSize Size, string Algorithm, SimTime Start, SimDuration Duration)
{
    /// <summary>
    /// Algorithm bandwidth as nccl-tests define it: the collective's data over its duration. The data is what a rank brings, or
    /// for an all-gather what it holds at the end. Null if the collective took no time.
    /// </summary>
    public Bandwidth? AlgorithmBandwidth => Duration <= SimDuration.Zero ? null : new Bandwidth((double)DataBytes / Duration.Ns);

    /// <summary>
    /// Bus bandwidth as nccl-tests define it: the algorithm bandwidth times the share of the data that must cross the link of
    /// each of n ranks, 2(n-1)/n for an all-reduce and (n-1)/n for all-gather, reduce-scatter and all-to-all.
    /// </summary>
    public Bandwidth? BusBandwidth => AlgorithmBandwidth is { } algorithm ? new Bandwidth(algorithm.BytesPerNs * BusFactor) : null;

    private double DataBytes => Kind == CollectiveKind.AllGather ? (double)Size.Bytes * Ranks : Size.Bytes;

    private double BusFactor => (Kind == CollectiveKind.AllReduce ? 2.0 : 1.0) * (Ranks - 1) / Ranks;
}
