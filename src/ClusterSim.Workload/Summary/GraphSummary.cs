using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Summary;

/// <summary>What one NPU executes, added up.</summary>
public sealed class GraphSummary
{
    private readonly long[] counts = new long[(int)NodeKind.Collective + 1];
    private readonly Dictionary<Traffic, TrafficAmount> traffic = [];

    private GraphSummary()
    {
    }

    /// <summary>How many nodes there are.</summary>
    public long Nodes => counts.Sum();

    /// <summary>How long compute nodes of the NPU run, one after the other as they do.</summary>
    public SimDuration Compute { get; private set; }

    /// <summary>How long compute nodes of the host's processor run.</summary>
    public SimDuration HostCompute { get; private set; }

    /// <summary>Floating-point operations of all compute nodes.</summary>
    public long Operations { get; private set; }

    /// <summary>The bytes that loads from and stores to a remote memory move.</summary>
    public ByteSize MemoryAccess { get; private set; }

    /// <summary>
    /// The longest chain of nodes that wait for each other, where compute nodes take their time and all else takes none: no network makes
    /// the NPU faster. What it waits for at other NPUs is not in it.
    /// </summary>
    public SimDuration CriticalPath { get; private set; }

    /// <summary>What is communicated: collectives, and messages by their sends.</summary>
    public IReadOnlyDictionary<Traffic, TrafficAmount> Traffic => traffic;

    /// <summary>How many nodes of a kind there are.</summary>
    public long Count(NodeKind kind) => counts[(int)kind];

    /// <summary>Adds up a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="computeTime">How long a compute node runs.</param>
    /// <exception cref="OverflowException">A sum does not fit 63 bits.</exception>
    public static GraphSummary Of(ExecutionGraph graph, ComputeTime computeTime)
    {
        var summary = new GraphSummary();
        for (var i = 0; i < graph.Count; i++)
        {
            summary.Add(in graph[i], graph, computeTime);
        }

        summary.CriticalPath = LongestChain(graph, computeTime);
        return summary;
    }

    private void Add(in TraceNode node, ExecutionGraph graph, ComputeTime computeTime)
    {
        counts[(int)node.Kind]++;
        switch (node.Kind)
        {
            case NodeKind.Compute when node.IsCpuOperation:
                HostCompute = Sum(HostCompute, computeTime(in node));
                Operations = checked(Operations + node.Operations);
                break;
            case NodeKind.Compute:
                Compute = Sum(Compute, computeTime(in node));
                Operations = checked(Operations + node.Operations);
                break;
            case NodeKind.MemoryLoad or NodeKind.MemoryStore:
                MemoryAccess = new ByteSize(checked(MemoryAccess.Bytes + node.Size.Bytes));
                break;
            case NodeKind.Collective:
                Add(new Traffic(node.Collective, node.Group < 0 ? "" : graph.GroupNames[node.Group], node.InvolvedDimensions), node.Size);
                break;
            case NodeKind.Send:
                Add(new Traffic(null, "", uint.MaxValue), node.Size);
                break;
        }
    }

    private void Add(Traffic sort, ByteSize size) => traffic[sort] = traffic.GetValueOrDefault(sort).Plus(size);

    private static SimDuration Sum(SimDuration left, SimDuration right) => new(checked(left.Ns + right.Ns));

    private static SimDuration LongestChain(ExecutionGraph graph, ComputeTime computeTime)
    {
        var open = graph.CopyDependencyCounts();
        var starts = new SimDuration[graph.Count];
        var ready = new Stack<int>(Enumerable.Range(0, open.Length).Where(node => open[node] == 0));
        var longest = SimDuration.Zero;
        while (ready.TryPop(out var place))
        {
            ref readonly var node = ref graph[place];
            var end = node.Kind == NodeKind.Compute ? Sum(starts[place], computeTime(in node)) : starts[place];
            longest = end > longest ? end : longest;
            foreach (var child in graph.Children(place))
            {
                starts[child] = end > starts[child] ? end : starts[child];
                if (--open[child] == 0)
                {
                    ready.Push(child);
                }
            }
        }

        return longest;
    }
}
