using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Hosting.Results;

/// <summary>One collective, over all its ranks.</summary>
/// <param name="Node">The name of its node in the trace of its lowest NPU, or the node's id where it has none.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Group">Its process group's name, or null: all NPUs.</param>
/// <param name="Ranks">How many ranks take part.</param>
/// <param name="Size">
/// The bytes that each rank brings, scaled as the run scales them: of a broadcast or scatter the root, of a barrier those of each message.
/// </param>
/// <param name="Algorithm">The algorithm's name; several dimensions are joined by a plus sign.</param>
/// <param name="Start">When its first rank began.</param>
/// <param name="Duration">From its first rank's beginning to its last rank's end.</param>
public sealed record CollectiveResult(
    string Node, CollectiveKind Kind, string? Group, int Ranks, ByteSize Size, string Algorithm, SimTime Start, SimDuration Duration)
{
    /// <summary>
    /// Algorithm bandwidth as nccl-tests define it: the collective's data over its duration. The data is what a rank brings, or
    /// for an all-gather or gather what a rank, or the root, holds at the end. Null if the collective took no time, and for barriers,
    /// which have no data.
    /// </summary>
    public Bandwidth? AlgorithmBandwidth =>
        Duration <= SimDuration.Zero || Kind == CollectiveKind.Barrier ? null : new Bandwidth((double)DataBytes / Duration.Ns);

    /// <summary>
    /// Bus bandwidth as nccl-tests define it: the algorithm bandwidth times the share of the data that must cross the link of
    /// each of n ranks (of the root, where there is one): 2(n-1)/n for an all-reduce, 1 for broadcast and reduce, and (n-1)/n for the
    /// others (nccl-tests, doc/PERFORMANCE.md; for gather and scatter, their source).
    /// </summary>
    public Bandwidth? BusBandwidth => AlgorithmBandwidth is { } algorithm ? new Bandwidth(algorithm.BytesPerNs * BusFactor) : null;

    private double DataBytes => KindTraits.Gathers(Kind) ? (double)Size.Bytes * Ranks : Size.Bytes;

    private double BusFactor => Kind switch
    {
        CollectiveKind.Broadcast or CollectiveKind.Reduce => 1,
        CollectiveKind.AllReduce => 2.0 * (Ranks - 1) / Ranks,
        _ => 1.0 * (Ranks - 1) / Ranks,
    };
}
