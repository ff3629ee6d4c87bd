using ClusterSim.Core.Collectives;

namespace ClusterSim.Workload.Collectives;

/// <summary>What sets kinds of collective apart, wherever they are scheduled, checked or measured.</summary>
public static class KindTraits
{
    /// <summary>Whether one of the ranks has, or gets, what the others do not.</summary>
    public static bool HasRoot(CollectiveKind kind) =>
        kind is CollectiveKind.Broadcast or CollectiveKind.Reduce or CollectiveKind.Gather or CollectiveKind.Scatter;

    /// <summary>Whether its data is never cut into a part for each rank, so that a chunk of it may be as small as a byte.</summary>
    public static bool KeepsItsSize(CollectiveKind kind) =>
        kind is CollectiveKind.AllGather or CollectiveKind.Gather or CollectiveKind.Broadcast or CollectiveKind.Reduce;

    /// <summary>Whether what one rank brings is a part of the collective's data: what the ranks hold at the end is larger.</summary>
    public static bool Gathers(CollectiveKind kind) => kind is CollectiveKind.AllGather or CollectiveKind.Gather;

    /// <summary>
    /// Whether its phases go from the last dimension to the first, so that the first, mostly the fastest, carries the most: data
    /// spreads, and does not come together.
    /// </summary>
    public static bool GoesDown(CollectiveKind kind) =>
        kind is CollectiveKind.AllGather or CollectiveKind.Broadcast or CollectiveKind.Scatter;
}
