using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Testing.Simulations;

/// <summary>Makes small workloads in code.</summary>
public static class TestWorkload
{
    /// <summary>NPUs with nothing to do.</summary>
    public static WorkloadSet Empty(int npuCount) => Same(new TestGraph().Build(), npuCount);

    /// <summary>NPUs that all execute one graph.</summary>
    public static WorkloadSet Same(ExecutionGraph graph, int npuCount) => Each(npuCount, _ => graph);

    /// <summary>NPUs that execute a graph each.</summary>
    public static WorkloadSet Each(int npuCount, Func<int, ExecutionGraph> graphOf) =>
        new("test", [.. Enumerable.Range(0, npuCount).Select(graphOf)], new Dictionary<string, ProcessGroup>(StringComparer.Ordinal));
}
