using ClusterSim.Core.Input;

namespace ClusterSim.Cli.Output;

/// <summary>Opens the files that options name.</summary>
internal static class OutputFile
{
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static StreamWriter Open(string option, string path)
    {
        try
        {
            // Buffered by the writer alone: nothing that the disk refuses may be left to be written again.
            var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            return new StreamWriter(new OutputStream($"The file {path}", () => target));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(option, $"The file {path} cannot be written. {error.Message}");
        }
        catch (ArgumentException)
        {
            throw new InvalidInputException(option, $"'{path}' is no path.", "Name a file.");
        }
    }
}
