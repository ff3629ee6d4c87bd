namespace ClusterSim.Sweeps.Journal;

/// <summary>Writes a file beside the one that it replaces, so that there is always the old one or the new one, whole.</summary>
internal static class SafeFile
{
    private const int BufferBytes = 1 << 16;

    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content; must not close the stream.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var beside = path + ".new";
        using (var file = Open(beside))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <inheritdoc cref="Write"/>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var beside = path + ".new";
        await using (var file = Open(beside))
        {
            await write(file).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    private static FileStream Open(string path) => new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferBytes);
}
