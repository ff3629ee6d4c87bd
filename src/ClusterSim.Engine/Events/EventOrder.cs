using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>
/// The one order that all engines keep: by time; by the delta round within it, which is 0 for what was sent before that time and
/// one more than its cause's for what was sent at it; by when it was sent; by sender and the sender's counter. Never by arrival,
/// which depends on threads.
/// </summary>
internal static class EventOrder
{
    /// <summary>Whether one message is handled before another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Precedes(in ScheduledMessage left, in ScheduledMessage right) =>
        left.Time != right.Time ? left.Time < right.Time : PrecedesAtOneTime(left.Round, left.SentAt, left.Id, in right);

    /// <summary>Whether a message that is known by its key is handled before another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Precedes(long time, int round, long sentAt, ulong id, in ScheduledMessage other) =>
        time != other.Time ? time < other.Time : PrecedesAtOneTime(round, sentAt, id, in other);

    /// <summary>Puts messages in order.</summary>
    public static void Sort(Span<ScheduledMessage> messages)
    {
        for (var place = 1; place < messages.Length; place++)
        {
            if (Precedes(in messages[place], in messages[place - 1]))
            {
                messages.Sort(default(Comparer));
                return;
            }
        }
    }

    private static bool PrecedesAtOneTime(int round, long sentAt, ulong id, in ScheduledMessage other)
    {
        if (round != other.Round)
        {
            return round < other.Round;
        }

        return sentAt != other.SentAt ? sentAt < other.SentAt : id < other.Id;
    }

    private readonly struct Comparer : IComparer<ScheduledMessage>
    {
        public int Compare(ScheduledMessage x, ScheduledMessage y) => Precedes(in x, in y) ? -1 : Precedes(in y, in x) ? 1 : 0;
    }
}
