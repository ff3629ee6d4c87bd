using ClusterSim.Core.Units;

namespace ClusterSim.Core.Messages;

/// <summary>
/// What one simulated actor says to another. One small struct serves all kinds, so that a message costs no allocation; four
/// words, because millions are in flight, and because a struct of words is kept in registers until it is written.
/// </summary>
public readonly record struct Message
{
    private const int ClassShift = 8;
    private const int KindShift = 16;
    private const int UpperShift = 32;
    private const ulong Lower = uint.MaxValue;

    private readonly ulong head;
    private readonly ulong ends;

    private Message(ulong head)
    {
        this.head = head;
    }

    /// <summary>What it means to the actor that gets it.</summary>
    public MessageKind Kind
    {
        get => (MessageKind)unchecked((byte)(head >> KindShift));
        init => head = head & ~(0xFFUL << KindShift) | (ulong)value << KindShift;
    }

    /// <summary>Which sends and receives the chunk may be matched with.</summary>
    public MessageClass Class
    {
        get => (MessageClass)unchecked((byte)(head >> ClassShift));
        init => head = head & ~(0xFFUL << ClassShift) | (ulong)value << ClassShift;
    }

    /// <summary>Whether the last link tells the sender when the chunk arrives.</summary>
    public bool NotifySender
    {
        get => (head & 1) != 0;
        init => head = head & ~1UL | (value ? 1UL : 0UL);
    }

    /// <summary>The sender's own mark on the message, handed back in what answers it.</summary>
    public int Token
    {
        get => unchecked((int)(head >> UpperShift));
        init => head = head & Lower | (ulong)unchecked((uint)value) << UpperShift;
    }

    /// <summary>The NPU that sends the chunk, or asks for the memory access.</summary>
    public int Source
    {
        get => unchecked((int)(ends >> UpperShift));
        init => ends = ends & Lower | (ulong)unchecked((uint)value) << UpperShift;
    }

    /// <summary>The NPU that the chunk is for.</summary>
    public int Destination
    {
        get => unchecked((int)ends);
        init => ends = ends & ~Lower | unchecked((uint)value);
    }

    /// <summary>What a receive must name to be matched with the chunk, beside source and size.</summary>
    public long Tag { get; init; }

    /// <summary>The chunk's, or the access's, size.</summary>
    public ByteSize Size { get; init; }

    /// <summary>The message of given words, as it was taken apart for the wire.</summary>
    public static Message FromHead(ulong head, int source, int destination, long tag, ByteSize size) =>
        new(head) { Source = source, Destination = destination, Tag = tag, Size = size };

    /// <summary>Kind, class, notice and token, in one word for hashes.</summary>
    public ulong Head => head;

    /// <summary>Source and destination, in one word for hashes.</summary>
    public ulong Ends => ends;
}
