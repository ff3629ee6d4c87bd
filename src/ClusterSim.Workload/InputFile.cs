using ClusterSim.Core.Input;

namespace ClusterSim.Workload;

/// <summary>Opens the files that a user names.</summary>
internal static class InputFile
{
    /// <summary>Lets a function read a file from its beginning.</summary>
    /// <exception cref="InvalidInputException">The file does not exist or cannot be read.</exception>
    public static T Read<T>(string path, Func<FileStream, T> read)
    {
        using var stream = Open(path);
        try
        {
            return read(stream);
        }
        catch (IOException exception)
        {
            throw Unreadable(path, exception);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            // Without a buffer of its own: the readers have theirs.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException(Printable.Of(path), "The file does not exist.");
        }
        catch (UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? "This is a folder, not a file." : "The file may not be read by this user.";
            throw new InvalidInputException(Printable.Of(path), reason);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, exception);
        }
    }

    private static InvalidInputException Unreadable(string path, Exception exception) =>
        new(Printable.Of(path), $"The file cannot be read: {Printable.Of(exception.Message)}");
}
