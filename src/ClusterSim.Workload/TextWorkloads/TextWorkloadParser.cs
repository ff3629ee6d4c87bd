using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.TextWorkloads;

/// <summary>Reads version-1 text, line by line; whatever is wrong in a line, the others are read.</summary>
internal sealed class TextWorkloadParser
{
    private const int HeadLines = 2;

    private readonly string source;
    private readonly TraceProblems problems;

    // Words of the lines that have any, each with its number from 1.
    private readonly (int Number, string[] Words)[] lines;

    public TextWorkloadParser(string content, string source, TraceProblems problems)
    {
        this.source = Printable.Of(source);
        this.problems = problems;
        lines = [.. content.Split('\n').Select((line, i) => (i + 1, WordsOf(line))).Where(line => line.Item2.Length > 0)];
    }

    /// <summary>The first line and the layers; they mean nothing if a problem was found.</summary>
    public (TextHeader? Header, IReadOnlyList<TextLayer> Layers) Parse()
    {
        if (lines.Length == 0)
        {
            problems.Add("The file is empty.", "Name the kind of parallelism in its first line: " + string.Join(", ", TextWorkloadKinds.Names) + ".");
            return (null, []);
        }

        var header = new TextHeaderParser(PlaceOf(0), lines[0].Words, problems);
        var kind = header.ReadKind();
        var count = LayerCount();
        var lineParser = new TextLayerParser(problems, hasKinds: kind == TextWorkloadKind.HybridCustomized, isKindKnown: kind is not null);
        var layers = new List<TextLayer>();
        for (var i = HeadLines; i < lines.Length; i++)
        {
            var layer = lineParser.Parse(PlaceOf(i), lines[i].Number, lines[i].Words);
            if (layer is not null)
            {
                layers.Add(layer);
            }
        }

        CheckCount(count);
        return (header.ReadRest(kind, lines.Length - HeadLines), layers);
    }

    private static string[] WordsOf(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private string PlaceOf(int line) => string.Create(CultureInfo.InvariantCulture, $"{source}:{lines[line].Number}");

    private int? LayerCount()
    {
        if (lines.Length < HeadLines)
        {
            problems.Add("The file ends behind its first line.", "Give the number of layers in the second line, and a line for each layer.");
            return null;
        }

        var words = lines[1].Words;
        if (words.Length == 1 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            return count;
        }

        problems.Add(new Problem(
            PlaceOf(1), $"'{Printable.Name(string.Join(' ', words))}' is no number of layers; allowed: a whole number from 1, alone in its line."));
        return null;
    }

    private void CheckCount(int? announced)
    {
        var given = lines.Length - HeadLines;
        if (announced is { } count && count != given)
        {
            problems.Add(new Problem(
                PlaceOf(1),
                $"It announces {Layers(count)}, but {(given == 1 ? "1 line follows" : $"{given} lines follow")}.",
                $"Write {Math.Max(1, given)} here, or give a line for each layer."));
        }
    }

    private static string Layers(int count) => count == 1 ? "1 layer" : $"{count} layers";
}
