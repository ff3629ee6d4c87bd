using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Tests.Hosting.Diagnosis;

/// <summary>Takes a node out of the trace of one NPU: what waited for it waits for what it waited for.</summary>
internal static class LackingNode
{
    public static WorkloadSet Of(WorkloadSet workload, int npu, int node) => workload with
    {
        Graphs = [.. workload.Graphs.Select((graph, index) => index == npu ? Of(graph, node) : graph)],
    };

    private static ExecutionGraph Of(ExecutionGraph graph, int lacking)
    {
        var builder = new GraphBuilder("test");
        for (var index = 0; index < graph.Count; index++)
        {
            if (index == lacking)
            {
                continue;
            }

            var node = graph[index];
            var before = ParentsOf(graph, index).SelectMany(parent => parent == lacking ? ParentsOf(graph, parent) : [parent]);
            builder.Add(
                node with { Group = node.Group < 0 ? -1 : builder.GroupIndex(graph.GroupNames[node.Group]) },
                [.. before.Distinct().Select(parent => graph[parent].Id)],
                "");
        }

        return builder.Build();
    }

    private static IEnumerable<int> ParentsOf(ExecutionGraph graph, int node) =>
        Enumerable.Range(0, graph.Count).Where(parent => graph.Children(parent).Contains(node));
}
