using System.Globalization;
using System.Text;
using ClusterSim.Core.Input;

namespace ClusterSim.Workload.Graph;

/// <summary>
/// Collects the nodes of a graph, in any order, and puts the graph together. Made for millions of nodes: everything is
/// kept flat, and nothing is allocated for a node.
/// </summary>
public sealed class GraphBuilder
{
    private readonly string source;
    private readonly ChunkedList<TraceNode> nodes = new();
    private readonly ChunkedList<ulong> dependencies = new();
    private readonly ChunkedList<int> dependencyEnds = new();
    private ChunkedList<byte> nameText = new();
    private ChunkedList<int> nameEnds = new();
    private readonly NameTable groups = new();
    private readonly List<MetadataGroup> metadataGroups = [];
    private readonly TensorTable? tensors;
    private bool isAscending = true;
    private bool isTooLarge;

    /// <param name="source">What the graph is called in messages: a file, a generator's name.</param>
    /// <param name="withTensors">Whether to keep which tensors nodes read and write.</param>
    public GraphBuilder(string source, bool withTensors = false)
    {
        this.source = source;
        tensors = withTensors ? new TensorTable() : null;
    }

    /// <summary>How many nodes were added so far.</summary>
    public int Count => nodes.Count;

    /// <summary>
    /// The number that <see cref="TraceNode.Group"/> has for a process group: -1 for the names <c>""</c> and <c>"0"</c>,
    /// which stand for all NPUs.
    /// </summary>
    public int GroupIndex(ReadOnlySpan<char> name) => name is "" or "0" ? -1 : groups.IndexOf(name);

    /// <summary>The number of a tensor, new or known, for <see cref="TensorUse.Tensor"/>.</summary>
    /// <exception cref="InvalidOperationException">The builder was made without tensors.</exception>
    public int TensorIndex(ReadOnlySpan<char> name) =>
        tensors is null ? throw new InvalidOperationException("This builder keeps no tensors.") : tensors.IndexOf(name);

    /// <summary>Adds a node.</summary>
    /// <param name="node">The node; its id must differ from all others.</param>
    /// <param name="dependencies">
    /// The ids of the nodes that must finish before; repeats do no harm, and they may be added later.
    /// </param>
    /// <param name="name">Its name in messages and reports.</param>
    /// <param name="reads">The tensors it reads; ignored by a builder without tensors.</param>
    /// <param name="writes">The tensors it writes; ignored by a builder without tensors.</param>
    public void Add(
        in TraceNode node,
        ReadOnlySpan<ulong> dependencies,
        string name = "",
        ReadOnlySpan<TensorUse> reads = default,
        ReadOnlySpan<TensorUse> writes = default) =>
        Add(node, dependencies, Encoding.UTF8.GetBytes(name), reads, writes);

    /// <summary>Puts the graph together. The builder is empty afterwards.</summary>
    /// <exception cref="InvalidInputException">
    /// An id is given twice, a dependency is on a node that does not exist, or nodes wait for each other in a circle.
    /// </exception>
    public ExecutionGraph Build()
    {
        var problems = new TraceProblems(source);
        var graph = Build(problems);
        problems.ThrowIfAny();
        return graph;
    }

    internal void Add(
        in TraceNode node,
        ReadOnlySpan<ulong> dependencies,
        ReadOnlySpan<byte> name,
        ReadOnlySpan<TensorUse> reads,
        ReadOnlySpan<TensorUse> writes)
    {
        // Places in the flat arrays are 32 bits wide.
        if (nameText.Count > Array.MaxLength - name.Length || this.dependencies.Count > Array.MaxLength - dependencies.Length)
        {
            isTooLarge = true;
            return;
        }

        isAscending = isAscending && (nodes.Count == 0 || nodes[nodes.Count - 1].Id < node.Id);
        nodes.Add(node);
        this.dependencies.AddRange(dependencies);
        dependencyEnds.Add(this.dependencies.Count);
        nameText.AddRange(name);
        nameEnds.Add(nameText.Count);
        tensors?.Add(reads, writes);
    }

    internal void AddMetadataGroup(MetadataGroup group) => metadataGroups.Add(group);

    /// <summary>Puts the graph together; it means nothing if a problem was found.</summary>
    internal ExecutionGraph Build(TraceProblems problems)
    {
        if (isTooLarge)
        {
            problems.Add("The nodes' names or dependencies take more than 2 GiB, which is not supported.");
        }

        var order = new NodeOrder(nodes, isAscending);
        var sorted = order.Apply(nodes);
        var names = TakeNames(order);
        ReportDuplicates(sorted, problems);
        ReportTotalDuration(sorted, problems);

        var edges = new EdgeTable(sorted);
        for (var child = 0; child < sorted.Length; child++)
        {
            var place = order[child];
            var end = dependencyEnds[place];
            for (var i = place == 0 ? 0 : dependencyEnds[place - 1]; i < end; i++)
            {
                if (!edges.TryAdd(child, dependencies[i]))
                {
                    problems.Add(
                        sorted[child].Id,
                        names[child],
                        $"It depends on node {dependencies[i]}, which the trace does not have.",
                        "Add that node, or take the dependency away.");
                }
            }
        }

        dependencies.Clear();
        dependencyEnds.Clear();
        var (firstChild, children) = edges.ToChildren();
        ReportCircles(sorted, names, CycleSearch.Find(edges.DependencyCounts, firstChild, children), problems);
        return new ExecutionGraph(sorted, edges.DependencyCounts, firstChild, children, groups.Names, names)
        {
            MetadataGroups = metadataGroups,
            Tensors = tensors?.Build(order),
        };
    }

    private static void ReportDuplicates(TraceNode[] sorted, TraceProblems problems)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Id == sorted[i - 1].Id && (i == 1 || sorted[i].Id != sorted[i - 2].Id))
            {
                problems.Add(sorted[i].Id, "", "More than one node has this id.", "Give every node of the trace an id of its own.");
            }
        }
    }

    // Nodes that follow each other may take the sum of their durations; simulated time must hold it.
    private static void ReportTotalDuration(TraceNode[] sorted, TraceProblems problems)
    {
        Int128 total = 0;
        foreach (ref readonly var node in sorted.AsSpan())
        {
            total += node.Duration.Ns;
        }

        if (total > TraceLimits.Longest.Ns)
        {
            problems.Add(
                string.Create(CultureInfo.InvariantCulture, $"All nodes together last {total:N0} ns; allowed: up to {TraceLimits.Longest}."),
                "Give shorter durations: they are in microseconds.");
        }
    }

    private static void ReportCircles(
        TraceNode[] sorted, NodeNames names, IReadOnlyList<IReadOnlyList<int>> circles, TraceProblems problems)
    {
        const int Named = 10;
        foreach (var circle in circles)
        {
            var listed = circle.Take(Named).Select(node => TraceProblems.Describe(sorted[node].Id, names[node]));
            var more = circle.Count > Named ? $", {circle.Count - Named} more" : "";
            problems.Add(
                $"Nodes wait for each other in a circle, so that none can start: {string.Join(", ", listed)}{more}.",
                "Each of them depends on the next, and the last one on the first: take one of these dependencies away.");
        }
    }

    // Hands the lists over as they are. The builder goes on with empty ones.
    private NodeNames TakeNames(NodeOrder order)
    {
        nameText.Trim();
        nameEnds.Trim();
        var names = new NodeNames(order, nameText, nameEnds);
        (nameText, nameEnds) = (new(), new());
        return names;
    }
}
