namespace ClusterSim.Workload.Chakra;

/// <summary>Reads a stream of messages, each behind its length, through one buffer that they all share.</summary>
internal sealed class DelimitedMessages
{
    private const int BufferSize = 1 << 16;
    private const int LongestHead = 5;
    private const int LongestBody = int.MaxValue / 2;

    private readonly Stream stream;
    private byte[] buffer = new byte[BufferSize];

    // What is read from the stream and not used yet lies in the buffer from start to end.
    private int start;
    private int end;

    // Of the current message: the bytes of its length, and of itself.
    private int headLength;
    private int bodyLength;

    public DelimitedMessages(Stream stream)
    {
        this.stream = stream;
    }

    /// <summary>The current message, until the next call.</summary>
    public ReadOnlySpan<byte> Current => buffer.AsSpan(start + headLength, bodyLength);

    /// <summary>How many messages were read before the current one.</summary>
    public long Ordinal { get; private set; } = -1;

    /// <summary>Where the current message, its length included, starts in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>Why the current message cannot be read; null if the stream simply ends.</summary>
    public string? Failure { get; private set; }

    /// <summary>What is known of the stream from the current message on: at least its first bytes.</summary>
    public ReadOnlySpan<byte> Ahead => buffer.AsSpan(start..end);

    /// <summary>Goes to the next message. False at the end of the stream, and where the rest of it is no message.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool Next()
    {
        start += headLength + bodyLength;
        Offset += headLength + bodyLength;
        Ordinal++;
        (headLength, bodyLength) = (0, 0);
        return Fill(1) && TryReadHead(out var announced) && TryReadBody(announced);
    }

    private bool TryReadHead(out int announced)
    {
        Fill(LongestHead);
        announced = 0;
        ReadOnlySpan<byte> head = Ahead[..Math.Min(LongestHead, Ahead.Length)];
        var known = head.Length;
        if (!WireReader.TryReadVarint(ref head, out var number))
        {
            Failure = known < LongestHead ? "the file ends within its length" : "its length is no number";
            return false;
        }

        if (number > LongestBody)
        {
            Failure = $"its length is {number} bytes";
            return false;
        }

        announced = (int)number;
        headLength = known - head.Length;
        return true;
    }

    private bool TryReadBody(int announced)
    {
        if (!Fill(headLength + announced))
        {
            Failure = $"it should have {announced} bytes, but the file ends after {Ahead.Length - headLength} of them";
            return false;
        }

        bodyLength = announced;
        return true;
    }

    // Reads on until the buffer has as many unused bytes as asked for. False if the stream ends before.
    private bool Fill(int wanted)
    {
        while (end - start < wanted)
        {
            MakeRoom();
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                return false;
            }

            end += read;
        }

        return true;
    }

    // The buffer grows with what has arrived, not with what a damaged length announces.
    private void MakeRoom()
    {
        if (end < buffer.Length)
        {
            return;
        }

        var target = start == 0 ? new byte[(int)Math.Min(2L * buffer.Length, Array.MaxLength)] : buffer;
        Buffer.BlockCopy(buffer, start, target, 0, end - start);
        buffer = target;
        end -= start;
        start = 0;
    }
}
