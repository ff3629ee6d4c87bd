using ClusterSim.Tracing.Files;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Tracing.Memory;

/// <summary>The table <c>memory.parquet</c>: a row for each change of the memory that the tensors of an NPU take.</summary>
internal static class MemoryTable
{
    private const int RowsOfGroup = 1 << 16;

    private static readonly DataField<int> Npu = new("npu");
    private static readonly DataField<long> Time = new("time_ns");
    private static readonly DataField<long> Bytes = new("bytes");

    /// <summary>The columns, in their order.</summary>
    public static DataField[] Columns { get; } = [Npu, Time, Bytes];

    public static async Task WriteAsync(TableFile file, IEnumerable<MemoryRow> rows)
    {
        foreach (var group in rows.Chunk(RowsOfGroup))
        {
            await file.WriteAsync(group.Length, writer => WriteColumnsAsync(writer, group)).ConfigureAwait(false);
        }
    }

    private static async Task WriteColumnsAsync(ParquetRowGroupWriter writer, MemoryRow[] rows)
    {
        await writer.WriteAsync<int>(Npu, Array.ConvertAll(rows, row => row.Npu)).ConfigureAwait(false);
        await writer.WriteAsync<long>(Time, Array.ConvertAll(rows, row => row.TimeNs)).ConfigureAwait(false);
        await writer.WriteAsync<long>(Bytes, Array.ConvertAll(rows, row => row.Bytes)).ConfigureAwait(false);
    }
}
