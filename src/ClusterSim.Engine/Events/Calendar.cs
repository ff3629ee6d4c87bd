using System.Numerics;
using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>
/// The messages of one partition that are still to be handled, in the order of <see cref="EventKey"/>. A timing wheel whose
/// levels are the 12-bit digits of time: a message lies on the level of the highest digit in which its time differs from
/// now, in the slot of that digit. When the lower levels are empty, the next slot is dealt out among them. So a message moves
/// at most once a level, in practice once or never, however many others wait and however far it is.
/// </summary>
internal sealed class Calendar
{
    // 6 levels of 12 bits hold every time of 63 bits.
    private const int LevelCount = 6;

    private readonly MessagePool pool;
    private readonly ConflictFinder conflicts = new();
    private readonly WheelLevel instants = new();
    private readonly WheelLevel?[] levels = new WheelLevel?[LevelCount];
    private MessageList round;
    private ScheduledMessage[]? sortedRound;
    private MessageBlock? nextOfRound;

    /// <param name="pool">Lends the storage of messages.</param>
    public Calendar(MessagePool pool)
    {
        this.pool = pool;
        levels[0] = instants;
    }

    /// <summary>The time of the round that is being handled, in nanoseconds.</summary>
    public long Now { get; private set; }

    /// <summary>The delta round within <see cref="Now"/>; -1 before the first.</summary>
    public int Round { get; private set; } = -1;

    /// <summary>
    /// A place for a message, with its key filled in; the caller writes target and content. A message for now is handled
    /// in the next delta round.
    /// </summary>
    /// <exception cref="InvalidOperationException">The message is for a time before now.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScheduledMessage Add(long time, long sentAt, ulong id)
    {
        if (time < Now)
        {
            ThrowPast(time);
        }

        var difference = time ^ Now;
        return ref difference >> WheelLevel.SizeLog == 0
            ? ref instants.Add(Digit(time, 0), pool, time, sentAt, id)
            : ref AddAbove(difference, time, sentAt, id);
    }

    /// <summary>The time of the first message that no round was opened for; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextTime()
    {
        var instant = instants.Next(Digit(Now, 0));
        if (instant >= 0)
        {
            return Now - Digit(Now, 0) + instant;
        }

        for (var level = 1; level < LevelCount; level++)
        {
            var place = levels[level]?.Next(Digit(Now, level)) ?? -1;
            if (place >= 0)
            {
                return levels[level]!.EarliestIn(place);
            }
        }

        return long.MaxValue;
    }

    /// <summary>
    /// Opens the next delta round before a time limit, for <see cref="NextOfRound"/>; false if there is none.
    /// </summary>
    public bool OpenRound(long limit)
    {
        GiveBackRound();
        var next = NextTime();
        if (next >= limit)
        {
            return false;
        }

        if (next == Now)
        {
            Round++;
        }
        else
        {
            MoveTo(next);
        }

        ref var slot = ref instants.Vacate(Digit(next, 0));
        var isUnsorted = slot.IsUnsorted;
        round = slot.Take();
        nextOfRound = round.Blocks;
        if (isUnsorted && conflicts.HasConflict(in round))
        {
            SortRound();
        }

        return true;
    }

    /// <summary>
    /// The next messages of the open round; empty when it is over. Those of each actor come in the order of their keys. They
    /// stay valid until the round after it is opened.
    /// </summary>
    public ReadOnlySpan<ScheduledMessage> NextOfRound()
    {
        if (sortedRound is not null)
        {
            var sorted = sortedRound;
            sortedRound = null;
            return sorted;
        }

        var block = nextOfRound;
        nextOfRound = block?.Next;
        return block is null ? default : block.Messages;
    }

    /// <summary>
    /// Forgets all messages and returns to time 0, keeping the storage, for a simulation of so many actors.
    /// </summary>
    public void Reset(int actorCount)
    {
        conflicts.Reset(actorCount);
        GiveBackRound();
        foreach (var level in levels)
        {
            for (var place = level?.Next(0) ?? -1; place >= 0; place = level.Next(place))
            {
                level!.Vacate(place).Take().ReturnTo(pool);
            }
        }

        Now = 0;
        Round = -1;
    }

    private static int Digit(long time, int level) =>
        (int)((time >> (level * WheelLevel.SizeLog)) & ((1 << WheelLevel.SizeLog) - 1));

    private static int LevelOf(long difference) => BitOperations.Log2((ulong)difference) / WheelLevel.SizeLog;

    private void GiveBackRound()
    {
        round.ReturnTo(pool);
        nextOfRound = null;
        sortedRound = null;
    }

    private void SortRound()
    {
        // Rounds in which actors meet several messages out of order are rare, and most are small.
        sortedRound = GC.AllocateUninitializedArray<ScheduledMessage>(round.Count);
        round.CopyTo(sortedRound);
        MessageSorter.Sort(sortedRound);
        nextOfRound = null;
    }

    private void MoveTo(long time)
    {
        var level = LevelOf(time ^ Now);
        Now = time;
        Round = 0;
        if (level > 0)
        {
            DealOut(levels[level]!.Vacate(Digit(time, level)).Take());
        }
    }

    private void DealOut(MessageList messages)
    {
        for (var block = messages.Blocks; block is not null; block = block.Next)
        {
            foreach (ref readonly var message in block.Messages)
            {
                Add(message.Time, message.SentAt, message.Id) = message;
            }
        }

        messages.ReturnTo(pool);
    }

    private ref ScheduledMessage AddAbove(long difference, long time, long sentAt, ulong id)
    {
        var level = LevelOf(difference);
        return ref (levels[level] ??= new WheelLevel()).AddMixed(Digit(time, level), pool, time, sentAt, id);
    }

    private void ThrowPast(long time) =>
        throw new InvalidOperationException($"A message for {time} ns was sent at {Now} ns, which is later.");
}
