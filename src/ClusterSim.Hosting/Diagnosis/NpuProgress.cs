using System.Collections;
using ClusterSim.Collectives.Results;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>How far an NPU has come in its trace when no message is left.</summary>
internal sealed class NpuProgress
{
    private readonly ExecutionGraph graph;
    private readonly StuckNpu? stuck;
    private readonly Lazy<BitArray> open;

    /// <param name="graph">Its trace.</param>
    /// <param name="stuck">What it waits for; null: it has finished.</param>
    public NpuProgress(ExecutionGraph graph, StuckNpu? stuck)
    {
        this.graph = graph;
        this.stuck = stuck;
        open = new Lazy<BitArray>(FindOpen);
    }

    public bool HasFinished => stuck is null;

    /// <summary>The first node of a kind towards another NPU that has not ended, by its index; null: there is none.</summary>
    /// <param name="kind">A send or a receive.</param>
    /// <param name="peer">The other NPU.</param>
    /// <param name="fits">Whether it is the one, beside kind and peer.</param>
    public int? FirstOpen(NodeKind kind, int peer, Func<TraceNode, bool> fits)
    {
        for (var node = 0; !HasFinished && node < graph.Count; node++)
        {
            if (graph[node].Kind == kind && graph[node].Peer == peer && open.Value[node] && fits(graph[node]))
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>Whether a node has started, and not ended.</summary>
    public bool IsRunning(int node) => stuck is not null && stuck.Nodes.Contains(node);

    // Without cycles, what has not ended runs, or has only its slot to wait for, or comes after such a node.
    private BitArray FindOpen()
    {
        var found = new BitArray(graph.Count);
        var left = new Stack<int>(stuck!.Nodes.Concat(stuck.Held.Select(held => held.Node)));
        while (left.TryPop(out var node))
        {
            if (!found[node])
            {
                found[node] = true;
                foreach (var child in graph.Children(node))
                {
                    left.Push(child);
                }
            }
        }

        return found;
    }
}
