using ClusterSim.Core.Input;

namespace ClusterSim.Sweeps.Journal;

/// <summary>Keeps a folder to one process. The system takes the lock back from a process that ends in whatever way.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file)
    {
        this.file = file;
    }

    /// <exception cref="InvalidInputException">Another process has it.</exception>
    public static FolderLock Take(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new InvalidInputException(Path.GetDirectoryName(path)!, "Another clustersim works in this folder.", "Wait for its end, or give another folder with -o.");
        }
    }

    /// <summary>Whether a process has it.</summary>
    public static bool IsTaken(string path)
    {
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => file.Dispose();
}
