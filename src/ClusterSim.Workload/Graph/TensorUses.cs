namespace ClusterSim.Workload.Graph;

/// <summary>
/// Which tensors the nodes of a graph read and write: what following local memory over time needs. A side table, because
/// most runs do not ask for it.
/// </summary>
public sealed class TensorUses
{
    private readonly TensorUse[] uses;

    // The reads of node i lie in uses from bounds[2i] to bounds[2i + 1], its writes from there to bounds[2i + 2].
    private readonly int[] bounds;

    internal TensorUses(IReadOnlyList<string> names, TensorUse[] uses, int[] bounds)
    {
        Names = names;
        this.uses = uses;
        this.bounds = bounds;
    }

    /// <summary>The tensors of the graph, each once, in the order in which the trace first names them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What the node at a place in ascending order of id reads, in the order of the trace.</summary>
    public ReadOnlySpan<TensorUse> Reads(int index) => uses.AsSpan(bounds[2 * index]..bounds[2 * index + 1]);

    /// <summary>What the node at a place in ascending order of id writes, in the order of the trace.</summary>
    public ReadOnlySpan<TensorUse> Writes(int index) => uses.AsSpan(bounds[2 * index + 1]..bounds[2 * index + 2]);
}
