using System.Globalization;
using ClusterSim.Core.Input;
using Google.Protobuf;

namespace ClusterSim.Workload.Chakra.Json;

/// <summary>Reads a trace as the messages that it consists of, with all that they say.</summary>
/// <param name="trace">The trace; stays open.</param>
/// <param name="source">What it is called in messages.</param>
internal sealed class TraceMessageReader(Stream trace, string source)
{
    private readonly DelimitedMessages messages = new(trace);

    /// <summary>The bytes of the current message.</summary>
    public ReadOnlySpan<byte> Current => messages.Current;

    /// <summary>The GlobalMetadata, then the nodes.</summary>
    /// <exception cref="InvalidInputException">The trace is empty, truncated or damaged.</exception>
    public IEnumerable<IMessage> Messages()
    {
        while (messages.Next())
        {
            yield return Parse();
        }

        if (messages.Failure is { } failure)
        {
            throw Damaged(failure);
        }

        if (messages.Ordinal == 0)
        {
            throw new InvalidInputException(Printable.Of(source), "The file is empty; a Chakra trace starts with a GlobalMetadata message.");
        }
    }

    private IMessage Parse()
    {
        try
        {
            return messages.Ordinal == 0 ? GlobalMetadata.Parser.ParseFrom(messages.Current) : Node.Parser.ParseFrom(messages.Current);
        }
        catch (InvalidProtocolBufferException)
        {
            throw Damaged(messages.Ordinal == 0 ? "it is no GlobalMetadata" : "it is no Node");
        }
    }

    private InvalidInputException Damaged(string failure) => new(
        Printable.Of(source),
        string.Create(
            CultureInfo.InvariantCulture,
            $"The file is truncated, damaged or no Chakra trace: of message {messages.Ordinal}, at byte {messages.Offset}, {failure}."),
        messages.Ordinal == 0 ? ForeignFormat.Remedy(messages.Ahead) : "Copy the file again, or create it again.");
}
