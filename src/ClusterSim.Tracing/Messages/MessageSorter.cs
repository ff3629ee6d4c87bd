using System.Numerics;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Tracing.Messages;

/// <summary>
/// Puts recorded messages in the order of a trace: by the time at which they were sent; by delta round, so that a cause stands
/// before what it led to; by sender and the sender's counter.
/// </summary>
internal sealed class MessageSorter
{
    private const int DigitBits = 11;
    private const int DigitCount = 1 << DigitBits;
    private const ulong DigitMask = DigitCount - 1;
    private const int WordBits = 64;

    private readonly int[] starts = new int[DigitCount];
    private ulong[] keys = [];
    private ulong[] otherKeys = [];
    private int[] places = [];

    /// <summary>The messages of some blocks in order; the messages of one sender lie there in the order in which it sent them.</summary>
    /// <returns>Where each lies: see <see cref="At"/>. Valid until the next call.</returns>
    public ReadOnlyMemory<int> Sort(RecordBlock[] blocks)
    {
        var count = blocks.Sum(block => block.Count);
        Reserve(count);
        var layout = KeyLayout.Of(blocks);
        if (layout.Bits <= WordBits)
        {
            FillKeys(blocks, layout);
            for (var shift = layout.PlaceBits; shift < layout.Bits; shift += DigitBits)
            {
                SortByDigit(count, shift);
            }

            TakePlaces(count, layout.PlaceBits);
        }
        else
        {
            FillPlaces(blocks);
            places.AsSpan(0, count).Sort((left, right) => Compare(blocks, left, right));
        }

        return places.AsMemory(0, count);
    }

    /// <summary>The message at a place.</summary>
    public static ref RecordedMessage At(RecordBlock[] blocks, int place) =>
        ref blocks[place / RecordBlock.Capacity].Messages[place % RecordBlock.Capacity];

    private static int Compare(RecordBlock[] blocks, int left, int right)
    {
        ref readonly var first = ref At(blocks, left);
        ref readonly var second = ref At(blocks, right);
        var order = first.SentAt.CompareTo(second.SentAt);
        order = order != 0 ? order : first.Round.CompareTo(second.Round);
        return order != 0 ? order : first.Id.CompareTo(second.Id);
    }

    private void Reserve(int count)
    {
        if (keys.Length < count)
        {
            var length = (int)BitOperations.RoundUpToPowerOf2((uint)count);
            keys = new ulong[length];
            otherKeys = new ulong[length];
            places = new int[length];
        }
    }

    private void FillKeys(RecordBlock[] blocks, KeyLayout layout)
    {
        var next = 0;
        for (var number = 0; number < blocks.Length; number++)
        {
            var place = number * RecordBlock.Capacity;
            foreach (ref readonly var message in blocks[number].Messages.AsSpan(0, blocks[number].Count))
            {
                keys[next++] = layout.KeyOf(in message, place++);
            }
        }
    }

    private void TakePlaces(int count, int placeBits)
    {
        var mask = (1UL << placeBits) - 1;
        for (var index = 0; index < count; index++)
        {
            places[index] = (int)(keys[index] & mask);
        }
    }

    private void FillPlaces(RecordBlock[] blocks)
    {
        var next = 0;
        for (var number = 0; number < blocks.Length; number++)
        {
            for (var index = 0; index < blocks[number].Count; index++)
            {
                places[next++] = (number * RecordBlock.Capacity) + index;
            }
        }
    }

    // Keeps the order of those with equal digits, so that digit after digit, from the lowest on, gives the order of the keys.
    private void SortByDigit(int count, int shift)
    {
        Array.Clear(starts);
        foreach (var key in keys.AsSpan(0, count))
        {
            starts[(int)((key >> shift) & DigitMask)]++;
        }

        for (int digit = 0, start = 0; digit < DigitCount; digit++)
        {
            (starts[digit], start) = (start, start + starts[digit]);
        }

        foreach (var key in keys.AsSpan(0, count))
        {
            otherKeys[starts[(int)((key >> shift) & DigitMask)]++] = key;
        }

        (keys, otherKeys) = (otherKeys, keys);
    }
}
