namespace ClusterSim.Testing;

/// <summary>A folder of a test's own. Disposing deletes it with all that is in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clustersim-");

    /// <summary>The folder's full path.</summary>
    public string FullPath => folder.FullName;

    /// <summary>The full path of a file in it, which need not exist.</summary>
    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file in it, with the folders it needs.</summary>
    /// <returns>The file's full path.</returns>
    public string Write(string name, string content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Makes a pipe that stands in the place of a file: its writer waits for a reader, and the other way round.</summary>
    /// <returns>The pipe's full path.</returns>
    public string MakePipe(string name)
    {
        var path = PathOf(name);
        return UnixCalls.MakeFifo(path, UnixCalls.OwnerOnly) == 0
            ? path
            : throw new InvalidOperationException($"The pipe {path} cannot be made.");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
