using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Tracing.Files;

/// <summary>
/// A Parquet file that is written a row group at a time. The same rows give the same bytes. When the disk is full, and what was kept
/// for that is used up, what comes then is left out, and the file is closed so that what it holds can be read.
/// </summary>
internal sealed class TableFile : IAsyncDisposable
{
    private readonly GroupStream stream;
    private readonly SpareRoom spare;
    private readonly ParquetWriter writer;
    private readonly Func<Stream, Task<ParquetWriter>> newWriter;
    private bool isFull;

    private TableFile(GroupStream stream, SpareRoom spare, ParquetWriter writer, Func<Stream, Task<ParquetWriter>> newWriter)
    {
        this.stream = stream;
        this.spare = spare;
        this.writer = writer;
        this.newWriter = newWriter;
    }

    /// <summary>Rows that the file holds.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether it leaves what is kept on a full disk to other tables.</summary>
    public bool YieldsSpareRoom { get; init; }

    /// <summary>What ends the file, once it is closed; null: it is not.</summary>
    public TableEnd? End { get; private set; }

    /// <param name="target">The file; closed with this.</param>
    /// <param name="spare">Room on the disk that is given back when it is full, so that the file can be ended.</param>
    /// <param name="fields">The columns.</param>
    /// <param name="yieldsSpareRoom">Whether it leaves what is kept on a full disk to other tables.</param>
    /// <param name="growing">
    /// Those of them that are written as differences from row to row: wide numbers that grow or stay near each other. All others
    /// are written plain, which takes a fraction of the time, and shrink where rows repeat.
    /// </param>
    public static async Task<TableFile> CreateAsync(Stream target, SpareRoom spare, DataField[] fields, bool yieldsSpareRoom, params DataField[] growing)
    {
        var groups = new GroupStream(target, spare);
        var schema = new ParquetSchema(fields);
        var options = OptionsFor(growing);
        Task<ParquetWriter> NewWriterAsync(Stream stream) => ParquetWriter.CreateAsync(schema, stream, options);
        return new TableFile(groups, spare, await NewWriterAsync(groups).ConfigureAwait(false), NewWriterAsync) { YieldsSpareRoom = yieldsSpareRoom };
    }

    /// <summary>Writes a row group, unless it is empty, or the disk was full before and there is no room for it in what was kept.</summary>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="write">Writes its columns, in order.</param>
    public async Task WriteAsync(int rows, Func<ParquetRowGroupWriter, Task> write)
    {
        using var turn = await spare.TakeTurnAsync().ConfigureAwait(false);
        if (rows == 0 || isFull)
        {
            return;
        }

        if (spare.Failure is not null && (YieldsSpareRoom || !spare.TryTake(await LengthOfAsync(write).ConfigureAwait(false))))
        {
            isFull = true;
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
        End = new TableEnd(stream.Ends, stream.EndFile());
        await stream.DisposeAsync().ConfigureAwait(false);
    }

    // What a writer was once given cannot be taken back. So another one finds out how long a row group is, and some bytes more.
    private async Task<long> LengthOfAsync(Func<ParquetRowGroupWriter, Task> write)
    {
        using var memory = new MemoryStream();
        var other = await newWriter(memory).ConfigureAwait(false);
        await using (other.ConfigureAwait(false))
        {
            using var group = other.CreateRowGroup();
            await write(group).ConfigureAwait(false);
        }

        return memory.ToArray().LongLength;
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
