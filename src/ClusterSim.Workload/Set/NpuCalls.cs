using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>The collectives that an NPU runs in one group.</summary>
/// <param name="Npu">The NPU.</param>
/// <param name="Graph">What it executes.</param>
/// <param name="Nodes">The places of the collectives in the graph, in ascending order.</param>
internal sealed record NpuCalls(int Npu, ExecutionGraph Graph, IReadOnlyList<int> Nodes)
{
    /// <summary>The place of the first collective that finds none of its kind and size left at the other NPU; null: all find one.</summary>
    public int? FirstWithoutMatch(NpuCalls other)
    {
        var left = new Dictionary<(CollectiveKind, ByteSize), int>();
        foreach (var index in other.Nodes)
        {
            var key = KeyOf(other.Graph[index]);
            left[key] = left.GetValueOrDefault(key) + 1;
        }

        foreach (var index in Nodes)
        {
            var key = KeyOf(Graph[index]);
            var count = left.GetValueOrDefault(key);
            if (count == 0)
            {
                return index;
            }

            left[key] = count - 1;
        }

        return null;
    }

    private static (CollectiveKind Kind, ByteSize Size) KeyOf(in TraceNode node) => (node.Collective, node.Size);
}
