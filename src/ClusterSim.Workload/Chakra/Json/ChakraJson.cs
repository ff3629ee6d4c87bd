using System.Globalization;
using System.Text;
using System.Text.Json;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;
using Google.Protobuf;

namespace ClusterSim.Workload.Chakra.Json;

/// <summary>
/// Chakra execution traces as JSON, the form that Chakra's own jsonizer prints: the GlobalMetadata and the Nodes as objects in protobuf's JSON
/// mapping (https://protobuf.dev/programming-guides/json), one behind the other. Both ways are streams, so that a trace may be larger than memory.
/// </summary>
public static class ChakraJson
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithIndentation("  "));

    /// <summary>Writes a trace as JSON, message by message.</summary>
    /// <param name="path">The trace.</param>
    /// <param name="output">Where the JSON goes, in UTF-8; stays open.</param>
    /// <param name="cancellation">Ends the writing between two nodes.</param>
    /// <exception cref="InvalidInputException">The trace cannot be read, is truncated or damaged.</exception>
    public static void FromTrace(string path, Stream output, CancellationToken cancellation = default) =>
        InputFile.Read(path, trace =>
        {
            using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
            foreach (var message in new TraceMessageReader(trace, path).Messages())
            {
                cancellation.ThrowIfCancellationRequested();
                Formatter.Format(message, writer);
                writer.WriteLine();
            }

            return true;
        });

    /// <summary>Writes a trace from its JSON, object by object.</summary>
    /// <param name="path">The JSON: objects one behind the other, or a list of them.</param>
    /// <param name="output">Where the trace goes; stays open. It means nothing if there are mistakes.</param>
    /// <param name="cancellation">Ends the writing between two nodes.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is no such JSON. Lists all mistakes, if they are few.</exception>
    public static void ToTrace(string path, Stream output, CancellationToken cancellation = default)
    {
        var problems = new TraceProblems(path);
        InputFile.Read(path, json =>
        {
            using var trace = new CodedOutputStream(output, leaveOpen: true);
            Copy(new JsonObjects(json), trace, Printable.Of(path), problems, cancellation);
            return true;
        });
        problems.ThrowIfAny();
    }

    private static void Copy(JsonObjects objects, CodedOutputStream trace, string source, TraceProblems problems, CancellationToken cancellation)
    {
        try
        {
            while (objects.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                if (Parse(objects, source, problems) is { } message)
                {
                    trace.WriteMessage(message);
                }
            }

            if (objects.Ordinal < 0)
            {
                problems.Add("The file holds no object; the JSON of a Chakra trace starts with its GlobalMetadata.");
            }
        }
        catch (JsonException error)
        {
            var line = error.LineNumber is { } number ? number + 1 : objects.Line;
            problems.Add(new Problem(At(source, line), $"This is no JSON of a Chakra trace: {Sentence(error.Message)}", "All up to here was looked at."));
        }
    }

    private static IMessage? Parse(JsonObjects objects, string source, TraceProblems problems)
    {
        var isMetadata = objects.Ordinal == 0;
        try
        {
            var text = Encoding.UTF8.GetString(objects.Current);
            return isMetadata ? JsonParser.Default.Parse<GlobalMetadata>(text) : JsonParser.Default.Parse<Node>(text);
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidJsonException)
        {
            var what = isMetadata ? "The first object is no GlobalMetadata" : string.Create(CultureInfo.InvariantCulture, $"Object {objects.Ordinal} behind the first is no Node");
            problems.Add(new Problem(At(source, objects.Line), $"{what}: {Sentence(error.Message)}", RemedyFor(objects, isMetadata)));
            return null;
        }
    }

    private static string? RemedyFor(JsonObjects objects, bool isMetadata)
    {
        if (!isMetadata)
        {
            return null;
        }

        return objects.Current.IndexOf("\"workload_graph\""u8) >= 0
            ? "This is the JSON of Chakra's feeder, not that of its jsonizer, which has an object for each node."
            : "Put the metadata first, as Chakra's jsonizer does; {} will do.";
    }

    private static string At(string source, long line) => string.Create(CultureInfo.InvariantCulture, $"{source}:{line}");

    private static string Sentence(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = Printable.Of(place < 0 ? message : message[..place]).TrimEnd('.');
        return text + ".";
    }
}
