using ClusterSim.Core.Input;
using Parquet.Schema;

namespace ClusterSim.Tracing.Files;

/// <summary>
/// The folder of a trace. Its files are written into a folder beside it, which takes its place when all are there: so it holds the
/// old trace or the new one, whole.
/// </summary>
internal sealed class TraceFolder : IDisposable
{
    // As much as the largest row group takes that cannot be packed, and what ends the files.
    private const long SpareBytes = 24 << 20;
    private const string SpareName = "spare";
    private const int BufferBytes = 1 << 16;

    private static readonly string[] Files = [.. TraceFiles.All, SpareName];

    private readonly string target;
    private readonly string beside;
    private readonly FileStream spare;
    private readonly Func<Stream, Stream> disk;

    private TraceFolder(string target, string beside, FileStream spare, Func<Stream, Stream> disk)
    {
        this.disk = disk;
        this.target = target;
        this.beside = beside;
        this.spare = spare;
        Spare = new SpareRoom(ReleaseSpare);
    }

    /// <summary>Room that is kept to end the files in order.</summary>
    public SpareRoom Spare { get; }

    /// <summary>Begins a trace.</summary>
    /// <param name="option">The option that names the folder, for messages.</param>
    /// <param name="path">The folder.</param>
    /// <param name="disk">Stands between the files of tables and the disk.</param>
    /// <exception cref="InvalidInputException">It cannot be written, or holds something else.</exception>
    public static TraceFolder Begin(string option, string path, Func<Stream, Stream> disk)
    {
        try
        {
            var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (WhyNotReplaceable(whole) is { } why)
            {
                throw new InvalidInputException(option, $"{path} {why}.", "Name a folder that does not exist, that is empty, or that holds a trace.");
            }

            var unfinished = whole + ".new";
            if (WhyNotReplaceable(unfinished) is { } whyBeside)
            {
                throw new InvalidInputException(option, $"{path}.new, which a trace is written to, {whyBeside}.", "Name another folder.");
            }

            Directory.CreateDirectory(unfinished);
            return new TraceFolder(whole, unfinished, TakeSpare(unfinished), disk);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException(option, $"The folder {path} cannot be written. {error.Message}", "Name another folder.");
        }
    }

    /// <summary>Makes a file of the trace.</summary>
    public FileStream Create(string name) =>
        new(Path.Combine(beside, name), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, BufferBytes);

    /// <summary>Makes a table of the trace.</summary>
    public Task<TableFile> CreateTableAsync(string name, DataField[] columns, params DataField[] growing) =>
        TableFile.CreateAsync(disk(Create(name)), Spare, columns, growing);

    /// <summary>All files are written: the trace takes its place.</summary>
    public void Commit()
    {
        Spare.Release();
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
    private static FileStream TakeSpare(string folder)
    {
        var file = new FileStream(Path.Combine(folder, SpareName), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            PreallocationSize = SpareBytes,
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

    private void ReleaseSpare()
    {
        spare.Dispose();
        File.Delete(spare.Name);
    }
}
