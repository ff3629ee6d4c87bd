using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Testing;

/// <summary>Reads a Parquet file as text, to compare with.</summary>
public static class ParquetCells
{
    /// <summary>For each column its name and its cells, an empty one as <c>-</c>.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Stream stream)
    {
        await using var reader = await ParquetReader.CreateAsync(stream);
        var columns = new List<string>();
        foreach (var field in reader.Schema.DataFields)
        {
            var cells = new List<string>();
            for (var i = 0; i < reader.RowGroupCount; i++)
            {
                using var group = reader.OpenRowGroupReader(i);
                cells.AddRange(await CellsAsync(group, field));
            }

            columns.Add($"{field.Name}: {string.Join(' ', cells)}");
        }

        return columns;
    }

    private static async Task<IEnumerable<string>> CellsAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(long))
        {
            var whole = new long?[group.RowCount];
            await group.ReadAsync<long>(field, whole.AsMemory());
            return whole.Select(cell => cell?.ToString(CultureInfo.InvariantCulture) ?? "-");
        }

        if (field.ClrType == typeof(double))
        {
            var real = new double?[group.RowCount];
            await group.ReadAsync<double>(field, real.AsMemory());
            return real.Select(cell => cell?.ToString(CultureInfo.InvariantCulture) ?? "-");
        }

        var text = new string?[group.RowCount];
        await group.ReadAsync(field, text.AsMemory()!);
        return text.Select(cell => cell ?? "-");
    }
}
