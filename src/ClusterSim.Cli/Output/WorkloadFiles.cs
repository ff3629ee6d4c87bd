using ClusterSim.Workload.Conversion;
using ClusterSim.Workload.Set;

namespace ClusterSim.Cli.Output;

/// <summary>Writes the files of a workload: one for each rank, and that of its groups. Each takes its place once it is whole.</summary>
/// <param name="prefix">Folder, which is made where it is missing, and beginning of the files' names.</param>
internal sealed class WorkloadFiles(string prefix)
{
    /// <summary>Writes the file of a rank.</summary>
    /// <param name="rank">The rank.</param>
    /// <param name="format">Its form: one that has a file for each rank.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="OutputFailedException">It cannot be written; what was there is still there.</exception>
    public Task WriteAsync(int rank, WorkloadFormat format, Action<Stream> write) => WriteAsync(WorkloadInput.PathOf(prefix, rank, format), write);

    /// <summary>Writes the groups; a file of earlier ones is taken away if there are none.</summary>
    /// <exception cref="OutputFailedException">They cannot be written.</exception>
    public Task WriteGroupsAsync(IReadOnlyList<ProcessGroup> groups)
    {
        var path = GroupFile.PathOf(prefix);
        if (groups.Count > 0)
        {
            return WriteAsync(path, file => GroupFile.Write(groups, file));
        }

        File.Delete(path);
        return Task.CompletedTask;
    }

    /// <summary>Copies the file of groups that stands beside the files of another prefix, if there is one.</summary>
    /// <exception cref="OutputFailedException">It cannot be written.</exception>
    public async Task CopyGroupsAsync(string otherPrefix)
    {
        var (source, target) = (GroupFile.PathOf(otherPrefix), GroupFile.PathOf(prefix));
        if (File.Exists(source) && Path.GetFullPath(source) != Path.GetFullPath(target))
        {
            var groups = await File.ReadAllBytesAsync(source);
            await WriteAsync(target, file => file.Write(groups));
        }
    }

    /// <summary>Tells of files that an earlier, larger workload has left under the same prefix.</summary>
    /// <param name="count">How many ranks there are now.</param>
    /// <param name="format">The form of their files.</param>
    public IEnumerable<string> NotesOfOthers(int count, WorkloadFormat format)
    {
        var path = WorkloadInput.PathOf(prefix, count, format);
        return File.Exists(path) ? [$"{path} and what may follow it are of another workload: remove them."] : [];
    }

    private static Task WriteAsync(string path, Action<Stream> write)
    {
        MakeFolder(path);
        return ReplacedFile.WriteAsync("The file", path, async file =>
        {
            // What cannot be written must not be taken for input that cannot be read.
            await using var output = new OutputStream("The file " + path, () => file);
            write(output);
        });
    }

    private static void MakeFolder(string path)
    {
        if (Path.GetDirectoryName(path) is not { Length: > 0 } folder)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException("The folder " + folder, error);
        }
    }
}
