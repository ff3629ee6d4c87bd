using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Workload.Summary;

/// <summary>What all NPUs of a workload execute, added up.</summary>
/// <param name="OfNpu">For each NPU; those that share a graph share its summary.</param>
public sealed record WorkloadSummary(IReadOnlyList<GraphSummary> OfNpu)
{
    /// <summary>Adds up a workload, each graph once.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="computeTime">How long a compute node runs.</param>
    /// <exception cref="OverflowException">A sum does not fit 63 bits.</exception>
    public static WorkloadSummary Of(WorkloadSet workload, ComputeTime computeTime)
    {
        var known = new Dictionary<ExecutionGraph, GraphSummary>(ReferenceEqualityComparer.Instance);
        var summaries = new GraphSummary[workload.Graphs.Count];
        foreach (var (npu, graph) in workload.Graphs.Index())
        {
            if (!known.TryGetValue(graph, out var summary))
            {
                summary = GraphSummary.Of(graph, computeTime);
                known.Add(graph, summary);
            }

            summaries[npu] = summary;
        }

        return new WorkloadSummary(summaries);
    }
}
