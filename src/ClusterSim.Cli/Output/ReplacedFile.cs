namespace ClusterSim.Cli.Output;

/// <summary>A file that takes the place of what is there once it is whole.</summary>
internal static class ReplacedFile
{
    /// <summary>Writes it beside, then puts it in its place.</summary>
    /// <param name="name">What it is, for messages: <c>The timeline</c>.</param>
    /// <param name="path">Where it is put.</param>
    /// <param name="write">Writes it; may close the stream.</param>
    /// <exception cref="OutputFailedException">It cannot be written; what was there is still there.</exception>
    public static async Task WriteAsync(string name, string path, Func<Stream, Task> write)
    {
        try
        {
            await WriteBesideAsync(path, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException($"{name} {path}", error, path);
        }
    }

    private static async Task WriteBesideAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = path + ".new";
        try
        {
            var file = new FileStream(unfinished, FileMode.Create);
            await using (file)
            {
                await write(file);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
