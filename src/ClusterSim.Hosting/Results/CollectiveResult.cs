using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Results;

/// <summary>One collective, over all its ranks.</summary>
/// <param name="Node">The name of its node in the trace of its first rank, or the node's id where it has none.</param>
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
    /// Bytes a nanosecond as nccl-tests define algorithm bandwidth: the collective's data over its duration. The data is
    /// what the fullest rank holds: its own bytes, or what all ranks gather.
    /// </summary>
    public Bandwidth AlgorithmBandwidth => throw new NotSupportedException("under construction");

    /// <summary>
    /// Bytes a nanosecond as nccl-tests define bus bandwidth: the algorithm bandwidth times the share of the data that
    /// must cross each rank's link, 2(n-1)/n for all-reduce and (n-1)/n for the others.
    /// </summary>
    public Bandwidth BusBandwidth => throw new NotSupportedException("under construction");
}
