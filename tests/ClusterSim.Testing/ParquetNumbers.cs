using Parquet;
using Parquet.Schema;

namespace ClusterSim.Testing;

/// <summary>Reads the whole numbers of a Parquet file, column by column.</summary>
public sealed class ParquetNumbers
{
    private readonly Dictionary<string, List<long>> columns = [];

    /// <summary>The cells of a column.</summary>
    public IReadOnlyList<long> this[string column] => columns[column];

    /// <summary>How many rows there are.</summary>
    public int Rows => columns.Values.First().Count;

    /// <summary>Reads a file; columns that hold no whole numbers are left out.</summary>
    public static async Task<ParquetNumbers> ReadAsync(Stream stream)
    {
        var numbers = new ParquetNumbers();
        await using var reader = await ParquetReader.CreateAsync(stream);
        foreach (var field in reader.Schema.DataFields.Where(field => field.ClrType == typeof(long) || field.ClrType == typeof(int)))
        {
            var cells = numbers.columns[field.Name] = [];
            for (var i = 0; i < reader.RowGroupCount; i++)
            {
                using var group = reader.OpenRowGroupReader(i);
                cells.AddRange(await CellsAsync(group, field));
            }
        }

        return numbers;
    }

    private static async Task<IEnumerable<long>> CellsAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(int))
        {
            var narrow = new int[group.RowCount];
            await group.ReadAsync<int>(field, narrow.AsMemory());
            return narrow.Select(cell => (long)cell);
        }

        var wide = new long[group.RowCount];
        await group.ReadAsync<long>(field, wide.AsMemory());
        return wide;
    }
}
