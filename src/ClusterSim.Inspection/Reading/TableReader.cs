using ClusterSim.Core.Input;
using ClusterSim.Tracing.Files;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Inspection.Reading;

/// <summary>Reads a Parquet file of a trace, a column of a row group at a time. Of one that is cut off, the row groups that are whole are there.</summary>
internal sealed class TableReader : IAsyncDisposable
{
    private readonly ParquetReader reader;
    private readonly Stream source;
    private readonly string path;

    private TableReader(ParquetReader reader, Stream source, string path, int groups = int.MaxValue)
    {
        this.reader = reader;
        this.source = source;
        this.path = path;
        Rows = [.. reader.RowGroups.Take(groups).Select(group => (int)group.RowCount)];
        AllRows = reader.RowGroups.Sum(group => group.RowCount);
        IsCut = groups < int.MaxValue;
    }

    /// <summary>How many rows each group has that is there.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>How many rows the file had when it was written.</summary>
    public long AllRows { get; }

    /// <summary>Whether the end of the file is missing.</summary>
    public bool IsCut { get; }

    /// <summary>Whether rows are missing with it.</summary>
    public bool LacksRows => Rows.Sum(rows => (long)rows) < AllRows;

    /// <exception cref="InvalidInputException">The file is missing, or no Parquet file that holds a whole row group.</exception>
    public static async Task<TableReader> OpenAsync(string path)
    {
        Stream? file = null;
        try
        {
            file = File.OpenRead(path);
            return new TableReader(await ParquetReader.CreateAsync(file).ConfigureAwait(false), file, path);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            if (file is not null)
            {
                await file.DisposeAsync().ConfigureAwait(false);
            }

            return file is null ? throw Unreadable(path, error) : await OpenCutAsync(path).ConfigureAwait(false) ?? throw Unreadable(path, error);
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

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }

    // Null: nothing can be read of it.
    private static async Task<TableReader?> OpenCutAsync(string path)
    {
        if (TableEnds.Of(Path.GetDirectoryName(path)!, Path.GetFileName(path)) is not { GroupEnds: [.., var footerAt] } end)
        {
            return null;
        }

        var left = File.OpenRead(path);
        var groups = end.GroupEnds.Count(groupEnd => groupEnd <= left.Length);
        var cut = new CutFile(left, footerAt, end.Footer);
        if (groups == 0 || left.Length >= cut.Length)
        {
            await cut.DisposeAsync().ConfigureAwait(false);
            return null;
        }

        try
        {
            return new TableReader(await ParquetReader.CreateAsync(cut).ConfigureAwait(false), cut, path, groups);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            await cut.DisposeAsync().ConfigureAwait(false);
            return null;
        }
    }

    private DataField Own(DataField column) => Array.Find(reader.Schema.DataFields, field => field.Name == column.Name)
        ?? throw new InvalidInputException(path, $"It has no column {column.Name}.", "Record the run again.");

    private static InvalidInputException Unreadable(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => new(path, "The file is missing.", "What needs it cannot be answered; record the run again."),
        UnauthorizedAccessException => new(path, "The file cannot be read: access is denied."),
        _ => new(path, "The file is cut off or damaged.", "What needs it cannot be answered, the other files can be read; record the run again."),
    };
}
