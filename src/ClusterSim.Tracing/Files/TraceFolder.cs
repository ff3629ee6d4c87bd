using System.Collections.Concurrent;
using System.Globalization;
using ClusterSim.Core.Input;
using Parquet.Schema;

namespace ClusterSim.Tracing.Files;

/// <summary>
/// The folder of a trace. Its files are written into a folder beside it, which takes its place when all are there: so it holds the
/// old trace or the new one, whole.
/// </summary>
internal sealed class TraceFolder : IDisposable
{
    // As much as the largest row group takes that cannot be packed, 13 MiB, what ends the files, and more than that for nodes and links.
    private const long SpareBytes = 32 << 20;
    private const string SpareName = "spare";
    private const string UnfinishedEnding = ".new";
    private const int BufferBytes = 1 << 16;

    private static readonly string[] Files = [.. TraceFiles.All, SpareName];

    private readonly string target;
    private readonly string beside;
    private readonly FileStream spare;
    private readonly Func<Stream, Stream> disk;
    private readonly ConcurrentDictionary<string, TableFile> tables = new(StringComparer.Ordinal);

    private TraceFolder(string target, string beside, FileStream spare, long spareBytes, Func<Stream, Stream> disk)
    {
        this.disk = disk;
        this.target = target;
        this.beside = beside;
        this.spare = spare;
        Spare = new SpareRoom(spareBytes, ReleaseSpare);
    }

    /// <summary>Room that is kept to end the files in order.</summary>
    public SpareRoom Spare { get; }

    /// <summary>Begins a trace.</summary>
    /// <param name="option">The option that names the folder, for messages.</param>
    /// <param name="path">The folder.</param>
    /// <param name="disk">Stands between the files of tables and the disk.</param>
    /// <param name="spareBytes">Room that is kept to end files in order.</param>
    /// <exception cref="InvalidInputException">It cannot be written, or holds something else.</exception>
    public static TraceFolder Begin(string option, string path, Func<Stream, Stream> disk, long spareBytes = SpareBytes)
    {
        var unfinished = "";
        try
        {
            var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (WhyNotReplaceable(whole) is { } why)
            {
                throw new InvalidInputException(option, $"{path} {why}.", "Name a folder that does not exist, that is empty, or that holds a trace.");
            }

            unfinished = whole + UnfinishedEnding;
            if (WhyNotReplaceable(unfinished) is { } whyBeside)
            {
                throw new InvalidInputException(option, $"{path}{UnfinishedEnding}, which a trace is written to, {whyBeside}.", "Name another folder.");
            }

            Directory.CreateDirectory(unfinished);
            return new TraceFolder(whole, unfinished, TakeSpare(unfinished, spareBytes), spareBytes, disk);
        }
        catch (IOException) when (RoomBeside(unfinished) is { } room && room < spareBytes)
        {
            RemoveIfEmpty(unfinished);
            throw new InvalidInputException(
                option,
                $"The folder {path} cannot be written: a trace needs at least {MiB(spareBytes)} of room on the disk, and {MiB(room)} are free.",
                "Free some, or name a folder on another disk.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            RemoveIfEmpty(unfinished);
            throw new InvalidInputException(option, $"The folder {path} cannot be written. {Shown(error.Message, unfinished)}", "Name another folder.");
        }
    }

    /// <summary>Makes a file of the trace.</summary>
    public FileStream Create(string name) =>
        new(Path.Combine(beside, name), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, BufferBytes);

    /// <summary>Makes a table of the trace.</summary>
    public async Task<TableFile> CreateTableAsync(string name, DataField[] columns, bool yieldsSpareRoom, params DataField[] growing) =>
        tables[name] = await TableFile.CreateAsync(disk(Create(name)), Spare, columns, yieldsSpareRoom, growing).ConfigureAwait(false);

    /// <summary>All files are written: the trace takes its place.</summary>
    public void Commit()
    {
        Spare.Release();
        WriteEnds();
        if (Directory.Exists(target))
        {
            Remove(target);
        }

        Directory.Move(beside, target);
    }

    /// <summary>Removes what was written, unless it has taken its place.</summary>
    public void Dispose()
    {
        Spare.Release();
        Spare.Dispose();
        if (Directory.Exists(beside))
        {
            Remove(beside);
        }
    }

    // Locked until the run ends, so that a second run with the same folder is refused.
    private static FileStream TakeSpare(string folder, long bytes)
    {
        var file = new FileStream(Path.Combine(folder, SpareName), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            PreallocationSize = bytes,
        });
        foreach (var old in Files.Where(name => name != SpareName))
        {
            File.Delete(Path.Combine(folder, old));
        }

        return file;
    }

    private static string? WhyNotReplaceable(string folder)
    {
        if (File.Exists(folder))
        {
            return "is a file";
        }

        if (!Directory.Exists(folder))
        {
            return null;
        }

        var other = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).FirstOrDefault(name => !Files.Contains(name, StringComparer.Ordinal));
        return other is null ? null : $"holds something else than a trace ({other})";
    }

    private static void Remove(string folder)
    {
        foreach (var name in Files)
        {
            File.Delete(Path.Combine(folder, name));
        }

        Directory.Delete(folder);
    }

    private static void RemoveIfEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // It is not there, or is another run's.
        }
    }

    private static long? RoomBeside(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string MiB(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MiB");

    private static string Shown(string message, string unfinished) => unfinished.Length == 0
        ? message
        : message.Replace(Path.Combine(unfinished, SpareName), unfinished, StringComparison.Ordinal)
            .Replace(unfinished, unfinished[..^UnfinishedEnding.Length], StringComparison.Ordinal);

    // They help to read a trace that loses a part later; there may be no room for them.
    private void WriteEnds()
    {
        var ends = tables.Where(table => table.Value.End is not null).ToDictionary(table => table.Key, table => table.Value.End!, StringComparer.Ordinal);
        try
        {
            using var file = Create(TraceFiles.Ends);
            TableEnds.Write(file, ends);
        }
        catch (IOException)
        {
            File.Delete(Path.Combine(beside, TraceFiles.Ends));
        }
    }

    private void ReleaseSpare()
    {
        spare.Dispose();
        File.Delete(spare.Name);
    }
}
