using System.Globalization;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>Refuses nodes that access remote memory where there is none. Names the first one of a trace: it mostly has many.</summary>
internal static class MemoryNodeCheck
{
    private const string Remedy = "Give the experiment a remote memory (memory, --remote-memory-configuration), not NO_MEMORY_EXPANSION.";

    public static void Check(SharedTrace trace, ExecutionGraph graph)
    {
        var first = -1;
        var count = 0;
        for (var i = 0; i < graph.Count; i++)
        {
            if (graph[i].Kind is NodeKind.MemoryLoad or NodeKind.MemoryStore)
            {
                first = count++ == 0 ? i : first;
            }
        }

        if (count > 0)
        {
            trace.Content.Problems.Add(
                graph[first].Id, graph.Names[first], $"It accesses remote memory, but there is none{Others(count - 1)}.", Remedy);
        }
    }

    private static string Others(int count) => count switch
    {
        0 => "",
        1 => "; so does 1 other node",
        _ => string.Create(CultureInfo.InvariantCulture, $"; so do {count:N0} other nodes"),
    };
}
