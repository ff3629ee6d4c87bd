using ClusterSim.Core.Input;

namespace ClusterSim.Sweeps.Journal;

/// <summary>Keeps a folder to one process. The system takes the lock back from a process that ends in whatever way.</summary>
internal sealed class FolderLock : IDisposable
{
    // Who asks whether the folder is taken has it for a moment.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly FileStream file;

    private FolderLock(FileStream file)
    {
        this.file = file;
    }

    /// <exception cref="InvalidInputException">Another process has it.</exception>
    /// <exception cref="IOException">It cannot be had for another reason.</exception>
    public static FolderLock Take(string path)
    {
        FileStream? opened = null;
        return SpinWait.SpinUntil(() => (opened = TryOpen(path)) is not null, Patience)
            ? new(opened!)
            : throw new InvalidInputException(Path.GetDirectoryName(path)!, "Another clustersim works in this folder.", "Wait for its end, or give another folder with -o.");
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
        catch (IOException error) when (IsInUse(error))
        {
            return true;
        }
    }

    public void Dispose() => file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsInUse(error))
        {
            return null;
        }
    }

    // There is no exception of its own for a file that somebody else has: Windows, Linux and macOS each have their number.
    private static bool IsInUse(IOException error)
    {
        const int SharingViolation = unchecked((int)0x8007_0020);
        const int WouldBlockOnLinux = 11;
        const int WouldBlockOnMac = 35;
        return error.HResult is SharingViolation or WouldBlockOnLinux or WouldBlockOnMac;
    }
}
