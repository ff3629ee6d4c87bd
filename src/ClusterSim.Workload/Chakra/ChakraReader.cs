using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;
using Google.Protobuf;

namespace ClusterSim.Workload.Chakra;

/// <summary>
/// Reads Chakra execution traces (<c>.et</c>). A trace is read as a stream: of each message, only what a simulation needs
/// is kept.
/// </summary>
public static class ChakraReader
{
    /// <summary>Reads the trace of an NPU from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="npu">
    /// The NPU that replays the trace (in a custom collective: the rank). Its sends must not name another one as their
    /// source, nor itself as their destination; likewise its receives.
    /// </param>
    /// <param name="options">What is wanted of the trace; null: the defaults.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is wrong. Lists all mistakes, if they are few.</exception>
    public static ExecutionGraph Read(string path, int npu, TraceOptions? options = null) =>
        Judge(ReadContent(path, options ?? new TraceOptions()), npu, path);

    /// <summary>Reads the trace of an NPU from a stream, to its end.</summary>
    /// <param name="stream">The trace; stays open.</param>
    /// <param name="source">What the trace is called in messages.</param>
    /// <param name="npu">As in the other overload.</param>
    /// <param name="options">What is wanted of the trace; null: the defaults.</param>
    /// <exception cref="InvalidInputException">The trace is wrong. Lists all mistakes, if they are few.</exception>
    public static ExecutionGraph Read(Stream stream, string source, int npu, TraceOptions? options = null) =>
        Judge(ReadContent(stream, source, options ?? new TraceOptions()), npu, source);

    /// <summary>Reads what a file holds, mistakes included, whichever NPU replays it.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or is no trace.</exception>
    internal static TraceContent ReadContent(string path, TraceOptions options) =>
        InputFile.Read(path, stream => ReadContent(stream, path, options));

    private static TraceContent ReadContent(Stream stream, string source, TraceOptions options)
    {
        source = Printable.Of(source);
        var problems = new TraceProblems(source);
        var messages = new DelimitedMessages(stream);
        ReadMetadata(messages, source);
        var builder = new GraphBuilder(source, options.TrackTensors);
        var references = new RankReferences();
        var importer = new NodeImporter(builder, options, problems, references);
        var isWhole = ReadNodes(messages, importer, problems);
        return new TraceContent
        {
            // Of a trace that breaks off, dependencies on missing nodes say nothing.
            Graph = isWhole ? builder.Build(problems) : null,
            References = references,
            Problems = problems,
            HasAllGroups = isWhole && importer.HasAllGroups,
        };
    }

    private static ExecutionGraph Judge(TraceContent content, int npu, string source)
    {
        content.Problems.AddRange(content.References.ProblemsOf(npu, npuCount: null, "NPU", source));
        content.Problems.ThrowIfAny();
        return content.Graph!;
    }

    private static void ReadMetadata(DelimitedMessages messages, string source)
    {
        if (!messages.Next())
        {
            throw messages.Failure is null
                ? new InvalidInputException(source, "The file is empty; a Chakra trace starts with a GlobalMetadata message.")
                : NotChakra(messages, source, $"the first message cannot be read: {messages.Failure}");
        }

        if (!IsMetadata(messages.Current))
        {
            throw NotChakra(messages, source, "the first message is no GlobalMetadata");
        }
    }

    private static InvalidInputException NotChakra(DelimitedMessages messages, string source, string reason) =>
        new(source, $"The file is truncated, or no Chakra trace: {reason}.", ForeignFormat.Remedy(messages.Ahead));

    private static bool IsMetadata(ReadOnlySpan<byte> message)
    {
        var reader = new WireReader(message);
        while (reader.Next())
        {
            var isText = reader.Type == WireFormat.WireType.LengthDelimited;
            var isRight = reader.Field switch
            {
                GlobalMetadata.VersionFieldNumber => isText,
                GlobalMetadata.AttrFieldNumber => isText && AttributeValue.TryParse(reader.Bytes, out _, out _),
                _ => true,
            };
            if (!isRight)
            {
                return false;
            }
        }

        return !reader.IsMalformed;
    }

    private static bool ReadNodes(DelimitedMessages messages, NodeImporter importer, TraceProblems problems)
    {
        const string Remedy = "Copy the file again, or create it again.";
        while (messages.Next())
        {
            if (!importer.TryAdd(messages.Current))
            {
                problems.Add($"The file is damaged: message {messages.Ordinal}, at byte {messages.Offset}, is no Node.", Remedy);
                return false;
            }
        }

        if (messages.Failure is { } failure)
        {
            problems.Add(
                $"The file is truncated or damaged: of message {messages.Ordinal}, at byte {messages.Offset}, {failure}.", Remedy);
        }

        return messages.Failure is null;
    }
}
