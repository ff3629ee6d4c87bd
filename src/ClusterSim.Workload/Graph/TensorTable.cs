namespace ClusterSim.Workload.Graph;

/// <summary>Collects which tensors nodes read and write, in the order in which the nodes are added.</summary>
internal sealed class TensorTable
{
    private readonly NameTable names = new();
    private readonly ChunkedList<TensorUse> uses = new();

    // Two for each node: the end of its reads, and of its writes.
    private readonly ChunkedList<int> ends = new();

    public int IndexOf(ReadOnlySpan<char> name) => names.IndexOf(name);

    public void Add(ReadOnlySpan<TensorUse> reads, ReadOnlySpan<TensorUse> writes)
    {
        uses.AddRange(reads);
        ends.Add(uses.Count);
        uses.AddRange(writes);
        ends.Add(uses.Count);
    }

    public TensorUses Build(NodeOrder order)
    {
        var sorted = new TensorUse[uses.Count];
        var bounds = new int[ends.Count + 1];
        var end = 0;
        for (var i = 0; i < ends.Count; i++)
        {
            var place = (2 * order[i / 2]) + (i % 2);
            var start = place == 0 ? 0 : ends[place - 1];
            var length = ends[place] - start;
            uses.CopyTo(start, sorted.AsSpan(end, length));
            end += length;
            bounds[i + 1] = end;
        }

        return new TensorUses(names.Names, sorted, bounds);
    }
}
