using ClusterSim.Network.Options;

namespace ClusterSim.Network.Graphs;

/// <summary>What a generator makes its graph from.</summary>
/// <param name="Counts">Its whole numbers by key; those that were not given are missing.</param>
/// <param name="Sizes">Its list of sizes; empty: none is given.</param>
/// <param name="Inner">What its links can do.</param>
/// <param name="Outer">What those can do that its description calls outer.</param>
public sealed record GraphParameters(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<int> Sizes, LinkTerms Inner, LinkTerms Outer)
{
    /// <summary>A number, or what holds where it is not given.</summary>
    public int Count(string key, int otherwise = 0) => Counts.GetValueOrDefault(key, otherwise);
}
