using ClusterSim.Core.Messages;

namespace ClusterSim.Engine.Recording;

/// <summary>
/// A simulated message as it was sent, when all is known of it. Mutable, because millions are filled in where they
/// are kept.
/// </summary>
public struct RecordedMessage
{
    /// <summary>The cause of a message that no other one led to: what starts an NPU.</summary>
    public const ulong NoCause = ulong.MaxValue;

    private const int CounterBits = 40;

    /// <summary>Its sender in the upper 24 bits, the sender's own counter in the lower 40.</summary>
    public ulong Id { readonly get; set; }

    /// <summary>The id of the message that the sender was handling, or <see cref="NoCause"/>.</summary>
    public ulong Cause { readonly get; set; }

    /// <summary>When it was sent, in nanoseconds.</summary>
    public long SentAt { readonly get; set; }

    /// <summary>When it is handled, in nanoseconds.</summary>
    public long DeliveredAt { readonly get; set; }

    /// <summary>The actor that handles it.</summary>
    public int Target { readonly get; set; }

    /// <summary>The delta round in which it was sent: at one time, causes have a lower one than what they lead to.</summary>
    public int Round { readonly get; set; }

    /// <summary>What it says.</summary>
    public Message Message { readonly get; set; }

    /// <summary>What it belongs to; <see cref="Recording.Origin.Unknown"/> if the sender did not say.</summary>
    public Origin Origin { readonly get; set; }

    /// <summary>If it ends a delay: what that is.</summary>
    public DelayKind Delay { readonly get; set; }

    /// <summary>The actor that sent it.</summary>
    public readonly int Sender => (int)(Id >> CounterBits);
}
