using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>Tells what a file is: traces by name or content, documents by the keys that they have.</summary>
internal static class InputRecognition
{
    private const string TraceExtension = ".et";

    private static readonly (InputKind Kind, Section Section)[] Sections =
    [
        (InputKind.Experiment, ExperimentSettings.Section),
        (InputKind.Network, NetworkSettings.OfDimensions),
        (InputKind.Network, NetworkSettings.OfGraph),
        (InputKind.Graph, GraphSettings.OfLinks),
        (InputKind.Graph, GraphSettings.OfGenerator),
        (InputKind.System, SystemSettings.Section),
        (InputKind.RemoteMemory, RemoteMemorySettings.Section),
        (InputKind.Node, NodeSettings.Section),
        (InputKind.RecordedCase, CaseSettings.Section),
    ];

    /// <summary>What a path is without looking for keys; <see cref="InputKind.Unknown"/>: a document, if anything.</summary>
    public static InputKind OfPath(string path)
    {
        if (Directory.Exists(path))
        {
            return RecordedCase.IsCase(path) ? InputKind.RecordedCase : InputKind.Unknown;
        }

        if (!File.Exists(path))
        {
            return File.Exists($"{path}.0{TraceExtension}") ? InputKind.Traces : InputKind.Unknown;
        }

        return path.EndsWith(TraceExtension, StringComparison.Ordinal) || IsBinary(path) ? InputKind.Trace : InputKind.Unknown;
    }

    /// <summary>What a document is: of the kind whose keys it has most of, exactly or nearly.</summary>
    public static InputKind OfDocument(ConfigNode document)
    {
        if (document is ListNode)
        {
            return InputKind.LayerTable;
        }

        if (document is not MapNode map)
        {
            return InputKind.Unknown;
        }

        var (kind, score) = Sections.Select(known => (known.Kind, Score(map, known.Section))).MaxBy(known => known.Item2);
        if (score > 0)
        {
            return kind;
        }

        return map.Entries.Any(entry => entry.Value is ListNode) ? InputKind.Groups
            : map.Entries.Any(entry => ulong.TryParse(entry.Key, out _)) ? InputKind.PerNodeCustom
            : InputKind.Unknown;
    }

    /// <summary>Whether a file is a document that has more keys of a section, exactly or nearly, than of any kind that is known here.</summary>
    public static bool IsMoreLike(Section section, string path) =>
        OfPath(path) == InputKind.Unknown
        && new DocumentReader(new()).ReadFile(path) is MapNode map
        && Score(map, section) > Sections.Max(known => Score(map, known.Section));

    /// <summary>A key of each kind of document, for messages.</summary>
    public static string KnownKeys =>
        string.Join(", ", Sections.Select(known => $"{known.Section.Settings[0].Key} ({known.Section.Name})"));

    private static int Score(MapNode map, Section section)
    {
        const int Exact = 2;
        var keys = section.Settings.Select(setting => setting.Key).ToArray();
        return map.Entries.Sum(entry => keys.Contains(entry.Key) ? Exact : NameAdvice.Nearest(entry.Key, keys) is null ? 0 : 1);
    }

    // A trace begins with a length and a version as protobuf; no text has such bytes.
    private static bool IsBinary(string path)
    {
        const int Looked = 256;
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[Looked];
            var read = stream.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false);
            return bytes.AsSpan(0, read).ContainsAnyInRange((byte)0, (byte)8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
