using System.Text;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.TextWorkloads;

/// <summary>A version-1 text workload, the format of ASTRA-sim 1.0: a table of layers and how they are parallel.</summary>
/// <param name="Header">How they are parallel.</param>
/// <param name="Layers">The layers in the order of the forward pass; at least one.</param>
/// <param name="Source">The file, for messages.</param>
/// <param name="Content">The whole text, with a line feed at the end of each line; traces carry it.</param>
public sealed record TextWorkload(TextHeader Header, IReadOnlyList<TextLayer> Layers, string Source, string Content)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or is wrong. Lists all mistakes, if they are few.</exception>
    public static TextWorkload Read(string path) => Parse(InputFile.Read(path, stream => ReadText(stream, path)), path);

    /// <summary>Reads a text.</summary>
    /// <param name="content">The text.</param>
    /// <param name="source">What it is called in messages.</param>
    /// <exception cref="InvalidInputException">The text is wrong. Lists all mistakes, if they are few.</exception>
    public static TextWorkload Parse(string content, string source)
    {
        content = content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var problems = new TraceProblems(source);
        var (header, layers) = new TextWorkloadParser(content, source, problems).Parse();
        problems.ThrowIfAny();
        return new TextWorkload(header!, layers, source, content);
    }

    private static string ReadText(Stream stream, string path)
    {
        try
        {
            using var reader = new StreamReader(stream, Strict);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidInputException(Printable.Of(path), "The file is no text in UTF-8.", "Give a version-1 text workload.");
        }
    }
}
