using ClusterSim.Tracing.Files;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Tracing.Links;

/// <summary>The table <c>links.parquet</c>: a row for each link.</summary>
internal static class LinkTable
{
    // A fully connected network has millions.
    private const int RowsOfGroup = 1 << 16;

    private static readonly DataField<string> Name = new("link", false);
    private static readonly DataField<long> Chunks = new("chunks");
    private static readonly DataField<long> Bytes = new("bytes");
    private static readonly DataField<long> Busy = new("busy_ns");
    private static readonly DataField<long> Waiting = new("waiting_ns");
    private static readonly DataField<int> PeakQueue = new("peak_queue");

    /// <summary>The columns, in their order.</summary>
    public static DataField[] Columns { get; } = [Name, Chunks, Bytes, Busy, Waiting, PeakQueue];

    /// <returns>How many rows there are; the file has fewer, if the disk was full.</returns>
    public static async Task<long> WriteAsync(TableFile file, IEnumerable<LinkRow> rows)
    {
        var all = 0L;
        foreach (var group in rows.Chunk(RowsOfGroup))
        {
            await file.WriteAsync(group.Length, writer => WriteColumnsAsync(writer, group)).ConfigureAwait(false);
            all += group.Length;
        }

        return all;
    }

    private static async Task WriteColumnsAsync(ParquetRowGroupWriter writer, LinkRow[] rows)
    {
        await writer.WriteAsync(Name, Array.ConvertAll(rows, row => row.Name)).ConfigureAwait(false);
        await writer.WriteAsync<long>(Chunks, Array.ConvertAll(rows, row => row.Chunks)).ConfigureAwait(false);
        await writer.WriteAsync<long>(Bytes, Array.ConvertAll(rows, row => row.Bytes)).ConfigureAwait(false);
        await writer.WriteAsync<long>(Busy, Array.ConvertAll(rows, row => row.BusyNs)).ConfigureAwait(false);
        await writer.WriteAsync<long>(Waiting, Array.ConvertAll(rows, row => row.WaitingNs)).ConfigureAwait(false);
        await writer.WriteAsync<int>(PeakQueue, Array.ConvertAll(rows, row => row.PeakQueue)).ConfigureAwait(false);
    }
}
