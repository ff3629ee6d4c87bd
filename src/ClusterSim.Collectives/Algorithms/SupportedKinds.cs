using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms;

/// <summary>Says which kinds of collective an algorithm runs.</summary>
internal static class SupportedKinds
{
    /// <summary>The kinds of the reference, of which every rank has the same part.</summary>
    public static IReadOnlyList<CollectiveKind> WithoutRoot { get; } =
        [CollectiveKind.AllReduce, CollectiveKind.AllGather, CollectiveKind.ReduceScatter, CollectiveKind.AllToAll];

    /// <summary>Why an algorithm that runs <see cref="WithoutRoot"/> does not run a kind; null: it does.</summary>
    public static string? WhyNot(CollectiveKind kind, string algorithm) => WhyNot(kind, algorithm, WithoutRoot);

    /// <summary>Why an algorithm that runs some kinds does not run one; null: it does.</summary>
    public static string? WhyNot(CollectiveKind kind, string algorithm, IReadOnlyList<CollectiveKind> kinds)
    {
        if (kinds.Contains(kind))
        {
            return null;
        }

        return kinds.Count == 1
            ? $"{algorithm} cannot run {kind}; allowed is {kinds[0]}."
            : $"{algorithm} cannot run {kind}; allowed are {string.Join(", ", kinds)}.";
    }
}
