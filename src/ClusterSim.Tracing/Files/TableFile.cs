using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Tracing.Files;

/// <summary>
/// A Parquet file that is written a row group at a time. The same rows give the same bytes. When the disk is full, what comes
/// then is left out, and the file is closed so that what it holds can be read.
/// </summary>
internal sealed class TableFile : IAsyncDisposable
{
    private readonly GroupStream stream;
    private readonly SpareRoom spare;
    private readonly ParquetWriter writer;

    private TableFile(GroupStream stream, SpareRoom spare, ParquetWriter writer)
    {
        this.stream = stream;
        this.spare = spare;
        this.writer = writer;
    }

    /// <summary>Rows that the file holds.</summary>
    public long Rows { get; private set; }

    /// <param name="target">The file; closed with this.</param>
    /// <param name="spare">Room on the disk that is given back when it is full, so that the file can be ended.</param>
    /// <param name="fields">The columns.</param>
    /// <param name="growing">
    /// Those of them that are written as differences from row to row: wide numbers that grow or stay near each other. All others
    /// are written plain, which takes a fraction of the time, and shrink where rows repeat.
    /// </param>
    public static async Task<TableFile> CreateAsync(Stream target, SpareRoom spare, DataField[] fields, params DataField[] growing)
    {
        var groups = new GroupStream(target, spare);
        return new TableFile(
            groups, spare, await ParquetWriter.CreateAsync(new ParquetSchema(fields), groups, OptionsFor(growing)).ConfigureAwait(false));
    }

    /// <summary>Writes a row group, unless it is empty, or the disk was full before, for whichever table.</summary>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="write">Writes its columns, in order.</param>
    public async Task WriteAsync(int rows, Func<ParquetRowGroupWriter, Task> write)
    {
        using var turn = await spare.TakeTurnAsync().ConfigureAwait(false);
        if (rows == 0 || spare.Failure is not null)
        {
            return;
        }

        using (var group = writer.CreateRowGroup())
        {
            await write(group).ConfigureAwait(false);
        }

        stream.EndGroup();
        Rows += rows;
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        using var turn = await spare.TakeTurnAsync().ConfigureAwait(false);
        stream.EndGroup();
        await stream.DisposeAsync().ConfigureAwait(false);
    }

    private static ParquetOptions OptionsFor(DataField[] growing)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy, CompressionLevel = CompressionLevel.Fastest };
        foreach (var field in growing)
        {
            options.ColumnEncodingHints[field.Path.ToString()] = EncodingHint.DeltaBinaryPacked;
        }

        return options;
    }
}
