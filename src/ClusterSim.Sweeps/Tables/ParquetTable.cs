using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Sweeps.Tables;

/// <summary>
/// Writes rows as Parquet, a row group at a time, so that no more of them are held. The same rows give the same bytes.
/// </summary>
internal static class ParquetTable
{
    // Some megabytes, with all that is known of the points: what a table holds must not grow with their number.
    private const int RowsOfAGroup = 2_000;

    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };

    public static async Task WriteAsync<TRow>(IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows, Stream stream)
    {
        var fields = columns.Select(FieldOf).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, Options);
        foreach (var chunk in rows.Chunk(RowsOfAGroup))
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < columns.Count; i++)
            {
                await WriteAsync(group, fields[i], columns[i], chunk);
            }
        }
    }

    private static DataField FieldOf<TRow>(Column<TRow> column) => column.Type switch
    {
        ColumnType.Whole => new DataField<long?>(column.Name),
        ColumnType.Real => new DataField<double?>(column.Name),
        _ => new DataField<string>(column.Name, true),
    };

    private static async Task WriteAsync<TRow>(ParquetRowGroupWriter group, DataField field, Column<TRow> column, TRow[] rows)
    {
        switch (column.Type)
        {
            case ColumnType.Whole:
                await group.WriteAsync<long>(field, Array.ConvertAll(rows, row => (long?)Cell.Number(column.Of(row))));
                break;
            case ColumnType.Real:
                await group.WriteAsync<double>(field, Array.ConvertAll(rows, row => (double?)Cell.Number(column.Of(row))));
                break;
            default:
                await group.WriteAsync(field, Array.ConvertAll(rows, row => (string?)column.Of(row)));
                break;
        }
    }
}
