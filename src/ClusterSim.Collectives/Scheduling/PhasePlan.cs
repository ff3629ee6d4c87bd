using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>One phase of a stream, as decided when the stream is made.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Algorithm">How.</param>
/// <param name="Ranks">Among whom.</param>
/// <param name="Dimension">The network dimension that they lie in; 0 for groups.</param>
/// <param name="Queue">The queue that it waits in and runs in.</param>
/// <param name="Direction">1 clockwise, -1 anticlockwise.</param>
/// <param name="Ordinal">How many phases were made before for this kind of collective in this dimension.</param>
/// <param name="IsSubgroup">Whether the ranks are a group that does not hold all NPUs.</param>
internal readonly record struct PhasePlan(
    CollectiveKind Kind, ICollectiveAlgorithm Algorithm, RankSet Ranks, int Dimension, int Queue, int Direction, int Ordinal, bool IsSubgroup);
