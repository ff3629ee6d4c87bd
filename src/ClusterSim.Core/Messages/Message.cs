using ClusterSim.Core.Units;

namespace ClusterSim.Core.Messages;

/// <summary>
/// What one simulated actor says to another. One small struct serves all kinds, so that a message costs no allocation;
/// 32 bytes, because millions are in flight.
/// </summary>
public readonly record struct Message
{
    public MessageKind Kind { get; init; }

    /// <summary>Which sends and receives the chunk may be matched with.</summary>
    public MessageClass Class { get; init; }

    /// <summary>Whether the last link tells the sender when the chunk arrives.</summary>
    public bool NotifySender { get; init; }

    /// <summary>The NPU that sends the chunk, or asks for the memory access.</summary>
    public int Source { get; init; }

    /// <summary>The NPU that the chunk is for.</summary>
    public int Destination { get; init; }

    /// <summary>The sender's own mark on the message, handed back in what answers it.</summary>
    public int Token { get; init; }

    /// <summary>What a receive must name to be matched with the chunk, beside source and size.</summary>
    public long Tag { get; init; }

    /// <summary>The chunk's, or the access's, size.</summary>
    public ByteSize Size { get; init; }
}
