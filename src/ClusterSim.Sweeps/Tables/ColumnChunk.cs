using Parquet;
using Parquet.Schema;

namespace ClusterSim.Sweeps.Tables;

/// <summary>The cells of a column in one row group of Parquet; the same room for each group.</summary>
internal abstract class ColumnChunk<TRow>(DataField field)
{
    public DataField Field { get; } = field;

    /// <param name="column">The column.</param>
    /// <param name="most">How many rows a group may have.</param>
    public static ColumnChunk<TRow> Of(Column<TRow> column, int most) => column.Type switch
    {
        ColumnType.Whole => new Numbers<long>(new DataField<long?>(column.Name), row => (long?)Cell.Number(column.Of(row)), most),
        ColumnType.Real => new Numbers<double>(new DataField<double?>(column.Name), row => (double?)Cell.Number(column.Of(row)), most),
        _ => new Texts(new DataField<string>(column.Name, true), row => (string?)column.Of(row), most),
    };

    /// <summary>Takes the cell of a row.</summary>
    /// <param name="index">Which row of the group it is.</param>
    /// <param name="row">The row.</param>
    public abstract void Set(int index, TRow row);

    /// <summary>Writes the first cells.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, int count);

    private sealed class Numbers<T>(DataField field, Func<TRow, T?> of, int most) : ColumnChunk<TRow>(field)
        where T : struct
    {
        private readonly T?[] cells = new T?[most];

        public override void Set(int index, TRow row) => cells[index] = of(row);

        public override Task WriteAsync(ParquetRowGroupWriter group, int count) => group.WriteAsync<T>(Field, cells.AsMemory(0, count));
    }

    private sealed class Texts(DataField field, Func<TRow, string?> of, int most) : ColumnChunk<TRow>(field)
    {
        private readonly string?[] cells = new string?[most];

        public override void Set(int index, TRow row) => cells[index] = of(row);

        public override Task WriteAsync(ParquetRowGroupWriter group, int count) => group.WriteAsync(Field, new ArraySegment<string?>(cells, 0, count));
    }
}
