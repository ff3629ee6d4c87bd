using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>What all NPUs execute.</summary>
/// <param name="Name">What the workload is called in messages and results: a trace prefix, a layer table, a collective.</param>
/// <param name="Graphs">The graph of each NPU; NPUs with equal traces share one.</param>
/// <param name="Groups">The process groups by name, those of METADATA nodes included.</param>
public sealed record WorkloadSet(string Name, IReadOnlyList<ExecutionGraph> Graphs, IReadOnlyDictionary<string, ProcessGroup> Groups)
{
    /// <summary>A workload in which all NPUs execute the same graph, and which has no groups.</summary>
    public static WorkloadSet OfOneGraph(string name, ExecutionGraph graph, int npuCount) =>
        new(name, [.. Enumerable.Repeat(graph, npuCount)], new Dictionary<string, ProcessGroup>(StringComparer.Ordinal));
}
