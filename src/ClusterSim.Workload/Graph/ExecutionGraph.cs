namespace ClusterSim.Workload.Graph;

/// <summary>
/// What one NPU executes: nodes and what each waits for. Nodes are addressed by their place in ascending order of id.
/// Immutable and without cycles, so that all NPUs that replay the same trace share one graph. Made by a
/// <see cref="GraphBuilder"/>.
/// </summary>
public sealed class ExecutionGraph
{
    private readonly TraceNode[] nodes;
    private readonly int[] dependencyCounts;
    private readonly int[] firstChild;
    private readonly int[] children;

    internal ExecutionGraph(
        TraceNode[] nodes, int[] dependencyCounts, int[] firstChild, int[] children, IReadOnlyList<string> groupNames, NodeNames names)
    {
        this.nodes = nodes;
        this.dependencyCounts = dependencyCounts;
        this.firstChild = firstChild;
        this.children = children;
        GroupNames = groupNames;
        Names = names;
    }

    /// <summary>The number of nodes.</summary>
    public int Count => nodes.Length;

    /// <summary>The process groups that nodes name, each once.</summary>
    public IReadOnlyList<string> GroupNames { get; }

    /// <summary>The process groups that METADATA nodes of the trace define, in the order of the trace.</summary>
    public IReadOnlyList<MetadataGroup> MetadataGroups { get; internal init; } = [];

    /// <summary>The nodes' names.</summary>
    public NodeNames Names { get; }

    /// <summary>The tensors that nodes read and write; null if the graph was made without following memory.</summary>
    public TensorUses? Tensors { get; internal init; }

    /// <summary>The node at a place in ascending order of id.</summary>
    public ref readonly TraceNode this[int index] => ref nodes[index];

    /// <summary>How many different nodes must finish before this one may start.</summary>
    public int DependencyCount(int index) => dependencyCounts[index];

    /// <summary>A copy of all dependency counts, for a replay to count down.</summary>
    public int[] CopyDependencyCounts() => (int[])dependencyCounts.Clone();

    /// <summary>The nodes that wait for this one, in ascending order.</summary>
    public ReadOnlySpan<int> Children(int index) => children.AsSpan(firstChild[index]..firstChild[index + 1]);
}
