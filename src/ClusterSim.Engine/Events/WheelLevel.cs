using System.Numerics;
using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>
/// 4096 slots of one level of the calendar, with a two-level bitmap of those that hold something, so that the next one is
/// found in a few instructions however far it is.
/// </summary>
internal sealed class WheelLevel
{
    public const int SizeLog = 12;

    private const int Size = 1 << SizeLog;

    private readonly Slot[] slots = new Slot[Size];
    private readonly long[] earliest = new long[Size];
    private readonly ulong[] occupied = new ulong[Size / 64];
    private ulong occupiedWords;

    /// <summary>Adds to a slot; see <see cref="Slot.Add"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScheduledMessage Add(int place, MessagePool pool, long time, long sentAt, ulong id)
    {
        occupied[place >> 6] |= 1UL << place;
        occupiedWords |= 1UL << (place >> 6);
        return ref slots[place].Add(pool, time, sentAt, id);
    }

    /// <summary>Adds to a slot whose messages have different times, and remembers the earliest.</summary>
    public ref ScheduledMessage AddMixed(int place, MessagePool pool, long time, long sentAt, ulong id)
    {
        earliest[place] = IsOccupied(place) ? Math.Min(earliest[place], time) : time;
        return ref Add(place, pool, time, sentAt, id);
    }

    public bool IsOccupied(int place) => (occupied[place >> 6] & (1UL << place)) != 0;

    /// <summary>The earliest time in an occupied slot of messages with different times.</summary>
    public long EarliestIn(int place) => earliest[place];

    /// <summary>The first occupied slot at or behind a place; -1 if there is none.</summary>
    public int Next(int from)
    {
        var word = from >> 6;
        var here = occupied[word] & (~0UL << from);
        if (here != 0)
        {
            return (word << 6) + BitOperations.TrailingZeroCount(here);
        }

        var behind = word == 63 ? 0 : occupiedWords & (~0UL << (word + 1));
        if (behind == 0)
        {
            return -1;
        }

        word = BitOperations.TrailingZeroCount(behind);
        return (word << 6) + BitOperations.TrailingZeroCount(occupied[word]);
    }

    /// <summary>Marks a slot as empty and returns it, for the caller to take what it holds.</summary>
    public ref Slot Vacate(int place)
    {
        occupied[place >> 6] &= ~(1UL << place);
        if (occupied[place >> 6] == 0)
        {
            occupiedWords &= ~(1UL << (place >> 6));
        }

        return ref slots[place];
    }
}
