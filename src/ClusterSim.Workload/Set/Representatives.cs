using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>
/// Of NPUs that execute the same graph, one. Groups without a list of their own share one of all NPUs; that is walked once,
/// however many groups there are.
/// </summary>
/// <param name="graphs">The graph of each NPU.</param>
internal sealed class Representatives(IReadOnlyList<ExecutionGraph> graphs)
{
    private readonly Dictionary<IReadOnlyList<int>, IReadOnlyList<int>> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The first NPU of each graph.</summary>
    public IReadOnlyList<int> OfAll { get; } = Distinct(Enumerable.Range(0, graphs.Count), graphs);

    /// <summary>Of each graph, the first NPU in a list.</summary>
    public IReadOnlyList<int> Of(IReadOnlyList<int> npus)
    {
        if (!known.TryGetValue(npus, out var first))
        {
            first = Distinct(npus, graphs);
            known.Add(npus, first);
        }

        return first;
    }

    private static int[] Distinct(IEnumerable<int> npus, IReadOnlyList<ExecutionGraph> graphs) =>
        [.. npus.DistinctBy(npu => graphs[npu], (IEqualityComparer<ExecutionGraph>)ReferenceEqualityComparer.Instance)];
}
