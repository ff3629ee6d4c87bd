using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms;

/// <summary>The kinds of collective that are simulated message by message.</summary>
internal static class SupportedKinds
{
    public static IReadOnlyList<CollectiveKind> All { get; } =
        [CollectiveKind.AllReduce, CollectiveKind.AllGather, CollectiveKind.ReduceScatter, CollectiveKind.AllToAll];

    public static string? WhyNot(CollectiveKind kind, string algorithm) =>
        All.Contains(kind) ? null : $"{algorithm} cannot run {kind}; allowed are {string.Join(", ", All)}.";
}
