using ClusterSim.Core.Input;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Inspection.Reading;

/// <summary>Reads a Parquet file of a trace, a column of a row group at a time.</summary>
internal sealed class TableReader : IAsyncDisposable
{
    private readonly ParquetReader reader;
    private readonly string path;

    private TableReader(ParquetReader reader, string path)
    {
        this.reader = reader;
        this.path = path;
        Rows = [.. reader.RowGroups.Select(group => (int)group.RowCount)];
    }

    /// <summary>How many rows each group has.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <exception cref="InvalidInputException">The file is missing, or no whole Parquet file.</exception>
    public static async Task<TableReader> OpenAsync(string path)
    {
        FileStream? file = null;
        try
        {
            file = File.OpenRead(path);
            return new TableReader(await ParquetReader.CreateAsync(file).ConfigureAwait(false), path);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            if (file is not null)
            {
                await file.DisposeAsync().ConfigureAwait(false);
            }

            throw Unreadable(path, error);
        }
    }

    /// <summary>Whether the file has a column; traces of older versions may lack some.</summary>
    public bool Has(DataField column) => reader.Schema.DataFields.Any(field => field.Name == column.Name);

    /// <summary>Reads a column of a row group.</summary>
    /// <exception cref="InvalidInputException">It is damaged.</exception>
    public async Task<T[]> ReadAsync<T>(int group, DataField<T> column)
        where T : struct
    {
        try
        {
            using var rows = reader.OpenRowGroupReader(group);
            var cells = new T[Rows[group]];
            await rows.ReadAsync<T>(Own(column), cells.AsMemory()).ConfigureAwait(false);
            return cells;
        }
        catch (Exception error) when (error is not OutOfMemoryException and not InvalidInputException)
        {
            throw Unreadable(path, error);
        }
    }

    /// <summary>Reads a column of text of a row group.</summary>
    /// <exception cref="InvalidInputException">It is damaged.</exception>
    public async Task<string[]> ReadTextAsync(int group, DataField<string> column)
    {
        try
        {
            using var rows = reader.OpenRowGroupReader(group);
            var cells = new string?[Rows[group]];
            await rows.ReadAsync(Own(column), cells.AsMemory()).ConfigureAwait(false);
            return Array.ConvertAll(cells, static cell => cell ?? "");
        }
        catch (Exception error) when (error is not OutOfMemoryException and not InvalidInputException)
        {
            throw Unreadable(path, error);
        }
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    private DataField Own(DataField column) => Array.Find(reader.Schema.DataFields, field => field.Name == column.Name)
        ?? throw new InvalidInputException(path, $"It has no column {column.Name}.", "Record the run again.");

    private static InvalidInputException Unreadable(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => new(path, "The file is missing.", "What needs it cannot be answered; record the run again."),
        UnauthorizedAccessException => new(path, "The file cannot be read: access is denied."),
        _ => new(path, "The file is cut off or damaged.", "What needs it cannot be answered, the other files can be read; record the run again."),
    };
}
