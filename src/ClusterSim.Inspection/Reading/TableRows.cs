using Parquet.Schema;

namespace ClusterSim.Inspection.Reading;

/// <summary>The rows of the smaller tables of a trace.</summary>
internal static class TableRows
{
    public static async Task<IReadOnlyList<string>> NamesAsync(TableReader table)
    {
        var names = new List<string>();
        for (var group = 0; group < table.Rows.Count; group++)
        {
            names.AddRange(await table.ReadTextAsync(group, new DataField<string>("name")).ConfigureAwait(false));
        }

        return names;
    }

    public static async Task<IReadOnlyList<NodeSpan>> NodesAsync(TableReader table)
    {
        var nodes = new List<NodeSpan>();
        for (var group = 0; group < table.Rows.Count; group++)
        {
            var npus = await table.ReadAsync(group, new DataField<int>("npu")).ConfigureAwait(false);
            var ids = await table.ReadAsync(group, new DataField<long>("node")).ConfigureAwait(false);
            var names = await table.ReadTextAsync(group, new DataField<string>("name")).ConfigureAwait(false);
            var kinds = await table.ReadTextAsync(group, new DataField<string>("kind")).ConfigureAwait(false);
            var starts = await table.ReadAsync(group, new DataField<long>("start_ns")).ConfigureAwait(false);
            var ends = await table.ReadAsync(group, new DataField<long>("end_ns")).ConfigureAwait(false);
            nodes.AddRange(ids.Select((id, row) => new NodeSpan(npus[row], id, names[row], kinds[row], starts[row], ends[row])));
        }

        return nodes;
    }

    public static async Task<IReadOnlyList<LinkSpan>> LinksAsync(TableReader table)
    {
        var peak = new DataField<int>("peak_queue");
        var links = new List<LinkSpan>();
        for (var group = 0; group < table.Rows.Count; group++)
        {
            var names = await table.ReadTextAsync(group, new DataField<string>("link")).ConfigureAwait(false);
            var chunks = await table.ReadAsync(group, new DataField<long>("chunks")).ConfigureAwait(false);
            var bytes = await table.ReadAsync(group, new DataField<long>("bytes")).ConfigureAwait(false);
            var busy = await table.ReadAsync(group, new DataField<long>("busy_ns")).ConfigureAwait(false);
            var waiting = await table.ReadAsync(group, new DataField<long>("waiting_ns")).ConfigureAwait(false);
            var peaks = table.Has(peak) ? await table.ReadAsync(group, peak).ConfigureAwait(false) : null;
            links.AddRange(names.Select((name, row) => new LinkSpan(name, chunks[row], bytes[row], busy[row], waiting[row], peaks?[row])));
        }

        return links;
    }

    public static async Task<IReadOnlyList<MemoryChange>> MemoryAsync(TableReader table)
    {
        var changes = new List<MemoryChange>();
        for (var group = 0; group < table.Rows.Count; group++)
        {
            var npus = await table.ReadAsync(group, new DataField<int>("npu")).ConfigureAwait(false);
            var times = await table.ReadAsync(group, new DataField<long>("time_ns")).ConfigureAwait(false);
            var bytes = await table.ReadAsync(group, new DataField<long>("bytes")).ConfigureAwait(false);
            changes.AddRange(npus.Select((npu, row) => new MemoryChange(npu, times[row], bytes[row])));
        }

        return changes;
    }
}
