using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Kinds;

namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>Reads YAML and JSON, which is YAML, into nodes that know their places. Mistakes go to a list of problems.</summary>
internal sealed class DocumentReader(ProblemList problems)
{
    // Beyond any file of settings; somebody has named a trace or a data set.
    private const long LargestFileBytes = 64L << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">As messages name it; relative to the current folder.</param>
    /// <param name="namedBy">What names the file, for messages; null: the command line.</param>
    public ConfigNode ReadFile(string path, Place? namedBy = null)
    {
        if (!InputPath.IsPath(path))
        {
            const string CommandLine = "command line";
            problems.Add(namedBy?.ToString() ?? CommandLine, $"'{path.Replace("\0", "\\0", StringComparison.Ordinal)}' is no path.", "Name a file.");
            return new UnreadableNode(Place.Root(DocumentSource.OfCommandLine(CommandLine)));
        }

        var source = DocumentSource.OfFile(path);
        var text = ReadAll(path, namedBy);
        return text is null ? new UnreadableNode(Place.Root(source)) : ReadText(text, source);
    }

    /// <summary>Reads text.</summary>
    public ConfigNode ReadText(string text, DocumentSource source) => new YamlTreeBuilder(text, source, problems).Build();

    private string? ReadAll(string path, Place? namedBy)
    {
        var where = namedBy?.ToString() ?? path;
        if (Directory.Exists(path))
        {
            problems.Add(where, $"{path} is a folder.", "Name a file.");
            return null;
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            problems.Add(where, $"The file {path} does not exist.", Nearby(file));
            return null;
        }

        if (file.Length > LargestFileBytes)
        {
            problems.Add(where, $"{path} has {file.Length:N0} bytes, which no file of settings has; {LargestFileBytes:N0} are allowed.");
            return null;
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(where, $"The file {path} cannot be read.", "Check its permissions.");
            return null;
        }
    }

    private static string? Nearby(FileInfo missing)
    {
        if (missing.Directory is not { Exists: true } folder)
        {
            return null;
        }

        if (File.Exists($"{missing.FullName}.0.et"))
        {
            return "There are traces of this name: give { traces: PREFIX } for them.";
        }

        var nearest = Suggestion.Nearest(missing.Name, folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        return nearest is null ? null : $"Did you mean {nearest}?";
    }
}
