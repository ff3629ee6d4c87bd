using System.Text.Json;

namespace ClusterSim.Workload.Chakra.Json;

/// <summary>
/// Reads a stream of JSON objects, one behind the other or as the elements of a list, through one buffer that they all share. Only one object has
/// to fit into memory.
/// </summary>
internal sealed class JsonObjects
{
    private const int BufferSize = 1 << 16;

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true };

    private readonly Stream stream;
    private byte[] buffer = new byte[BufferSize];
    private JsonReaderState state = new(Options);

    // What is read from the stream and not given back yet lies in the buffer from start to end; up to next, the reader has seen it.
    private int start;
    private int next;
    private int end;
    private bool isAtEnd;

    // At which depth objects begin: one deeper within a list. And where the current one does, if it has begun.
    private int depth;
    private int? objectStart;

    public JsonObjects(Stream stream)
    {
        this.stream = stream;
    }

    /// <summary>The current object, until the next call.</summary>
    public ReadOnlySpan<byte> Current => buffer.AsSpan(objectStart!.Value..next);

    /// <summary>How many objects were read before the current one.</summary>
    public long Ordinal { get; private set; } = -1;

    /// <summary>The line in which the current object begins, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Goes to the next object. False at the end of the stream.</summary>
    /// <exception cref="JsonException">What follows is no JSON, or no object.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool Next()
    {
        CountLines(buffer.AsSpan(start..next));
        objectStart = null;
        start = next;
        while (!TryFinish())
        {
            if (isAtEnd)
            {
                return false;
            }

            Fill();
        }

        Ordinal++;
        return true;
    }

    // Reads on in what the buffer has. True once an object is whole.
    private bool TryFinish()
    {
        var from = next;
        var reader = new Utf8JsonReader(buffer.AsSpan(from..end), isAtEnd, state);
        while (reader.Read())
        {
            next = from + (int)reader.BytesConsumed;
            state = reader.CurrentState;
            if (objectStart is null)
            {
                Begin(reader.TokenType, reader.CurrentDepth, from + (int)reader.TokenStartIndex);
            }
            else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth)
            {
                return true;
            }
        }

        next = from + (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return false;
    }

    private void Begin(JsonTokenType token, int tokenDepth, int place)
    {
        switch (token)
        {
            case JsonTokenType.StartObject when tokenDepth == depth:
                CountLines(buffer.AsSpan(start..place));
                start = place;
                objectStart = place;
                break;
            case JsonTokenType.StartArray when tokenDepth == 0 && Ordinal < 0 && depth == 0:
                depth = 1;
                break;
            case JsonTokenType.EndArray when tokenDepth == 0:
                break;
            default:
                throw new JsonException("An object must stand here.");
        }
    }

    private void CountLines(ReadOnlySpan<byte> text) => Line += text.Count((byte)'\n');

    private void Fill()
    {
        if (end == buffer.Length)
        {
            MakeRoom();
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        isAtEnd = read == 0;
        end += read;
    }

    private void MakeRoom()
    {
        if (start == 0)
        {
            Array.Resize(ref buffer, checked(2 * buffer.Length));
            return;
        }

        Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
        (next, end, objectStart) = (next - start, end - start, objectStart - start);
        start = 0;
    }
}
