using System.Numerics;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Tracing.Messages;

/// <summary>
/// How the order of messages and their place fit one word: the time, the delta round, the sender, and below them the place. The
/// messages of one sender lie in the order in which it sent them, so the place stands for its counter.
/// </summary>
/// <param name="First">The earliest time at which one was sent.</param>
/// <param name="TimeBits">Bits of the time since then.</param>
/// <param name="RoundBits">Bits of the delta round.</param>
/// <param name="SenderBits">Bits of the sender.</param>
/// <param name="PlaceBits">Bits of the place.</param>
internal readonly record struct KeyLayout(long First, int TimeBits, int RoundBits, int SenderBits, int PlaceBits)
{
    private const int WordBits = 64;

    // The lowest delta round: that of the messages that start NPUs.
    private const int FirstRound = -1;

    /// <summary>Bits of a key; more than a word has where it does not fit.</summary>
    public int Bits => TimeBits + RoundBits + SenderBits + PlaceBits;

    public static KeyLayout Of(RecordBlock[] blocks)
    {
        var (first, last, round, sender) = (long.MaxValue, 0L, FirstRound, 0);
        foreach (var block in blocks)
        {
            foreach (ref readonly var message in block.Messages.AsSpan(0, block.Count))
            {
                first = Math.Min(first, message.SentAt);
                last = Math.Max(last, message.SentAt);
                round = Math.Max(round, message.Round);
                sender = Math.Max(sender, message.Sender);
            }
        }

        first = Math.Min(first, last);
        return new KeyLayout(first, BitsOf(last - first), BitsOf(round - FirstRound), BitsOf(sender), BitsOf(blocks.Length * RecordBlock.Capacity));
    }

    public ulong KeyOf(in RecordedMessage message, int place)
    {
        var key = (ulong)(message.SentAt - First);
        key = (key << RoundBits) | (uint)(message.Round - FirstRound);
        key = (key << SenderBits) | (uint)message.Sender;
        return (key << PlaceBits) | (uint)place;
    }

    private static int BitsOf(long range) => WordBits - BitOperations.LeadingZeroCount((ulong)range);
}
