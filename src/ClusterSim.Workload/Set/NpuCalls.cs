using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>The collectives that an NPU runs in one group.</summary>
internal sealed class NpuCalls
{
    private readonly Lazy<int[]?> sequence;

    /// <param name="npu">The NPU.</param>
    /// <param name="calls">All collectives of what it executes.</param>
    /// <param name="group">The group; empty: collectives that name none.</param>
    public NpuCalls(int npu, GraphCalls calls, string group)
    {
        Npu = npu;
        Graph = calls.Graph;
        Nodes = calls.NodesOf(group);
        sequence = new Lazy<int[]?>(() => calls.SequenceOf(Nodes));
    }

    public int Npu { get; }

    public ExecutionGraph Graph { get; }

    /// <summary>The places of the collectives in the graph, in ascending order.</summary>
    public IReadOnlyList<int> Nodes { get; }

    /// <summary>The same in the order in which they must start; null if there are several.</summary>
    public int[]? Sequence => sequence.Value;

    /// <summary>The place of the first collective that finds none of its kind, size and root left at the other NPU; null: all find one.</summary>
    public int? FirstWithoutMatch(NpuCalls other)
    {
        var left = new Dictionary<(CollectiveKind, ByteSize, int), int>();
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

    /// <summary>The turn at which the two, both with a sequence, start different collectives; null: there is none.</summary>
    public int? FirstDifferentTurn(NpuCalls other)
    {
        var (left, right) = (Sequence!, other.Sequence!);
        for (var turn = 0; turn < left.Length && turn < right.Length; turn++)
        {
            if (KeyOf(Graph[left[turn]]) != KeyOf(other.Graph[right[turn]]))
            {
                return turn;
            }
        }

        return null;
    }

    private static (CollectiveKind Kind, ByteSize Size, int Root) KeyOf(in TraceNode node) => (node.Collective, node.Size, node.Peer);
}
