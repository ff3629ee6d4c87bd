using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Sweeps.Tables;

/// <summary>
/// Writes rows as Parquet, a row group at a time, so that no more of them are held. The same rows give the same bytes.
/// </summary>
internal static class ParquetTable
{
    // Some megabytes: what a table holds must not grow with the number of points.
    private const int RowsOfAGroup = 2_000;

    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };

    public static async Task WriteAsync<TRow>(IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows, Stream stream)
    {
        // Rows are taken apart as they come: kept until their group is written, they would outlive several collections, and stay for long.
        ColumnChunk<TRow>[] chunks = [.. columns.Select(column => ColumnChunk<TRow>.Of(column, RowsOfAGroup))];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(chunks.Select(chunk => chunk.Field)), stream, Options);
        var count = 0;
        foreach (var row in rows)
        {
            foreach (var chunk in chunks)
            {
                chunk.Set(count, row);
            }

            if (++count == RowsOfAGroup)
            {
                await WriteAsync(writer, chunks, count);
                Reclaim();
                count = 0;
            }
        }

        if (count > 0)
        {
            await WriteAsync(writer, chunks, count);
        }
    }

    // The packing of a group leaves some ten megabytes behind, which the collector would leave alone, and would not give back to the system.
    private static void Reclaim() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static async Task WriteAsync<TRow>(ParquetWriter writer, ColumnChunk<TRow>[] chunks, int count)
    {
        using var group = writer.CreateRowGroup();
        foreach (var chunk in chunks)
        {
            await chunk.WriteAsync(group, count);
        }
    }
}
