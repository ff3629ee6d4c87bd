using ClusterSim.Core.Units;

namespace ClusterSim.Engine.Events;

/// <summary>
/// The place of an event in the one order that all engines keep: time; the delta round within it; when it was sent; sender
/// and the sender's counter. Never the order of arrival, which depends on threads.
/// </summary>
/// <param name="Time">When the message is handled.</param>
/// <param name="Round">0 for what was sent before that time; one more than its cause's for what was sent at it.</param>
/// <param name="SentAt">When the message was sent.</param>
/// <param name="Id">Sender and counter.</param>
internal readonly record struct EventKey(SimTime Time, int Round, SimTime SentAt, ulong Id) : IComparable<EventKey>
{
    /// <summary>
    /// The order among messages of one time and round, which is all that the calendar has to ask while it runs.
    /// </summary>
    public static bool Precedes(in ScheduledMessage left, in ScheduledMessage right) =>
        Precedes(left.SentAt, left.Id, right.SentAt, right.Id);

    /// <inheritdoc cref="Precedes(in ScheduledMessage, in ScheduledMessage)"/>
    public static bool Precedes(long leftSentAt, ulong leftId, long rightSentAt, ulong rightId) =>
        leftSentAt != rightSentAt ? leftSentAt < rightSentAt : leftId < rightId;

    public static bool operator <(EventKey left, EventKey right) => left.CompareTo(right) < 0;

    public static bool operator >(EventKey left, EventKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(EventKey left, EventKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EventKey left, EventKey right) => left.CompareTo(right) >= 0;

    public int CompareTo(EventKey other)
    {
        var byTime = Time.CompareTo(other.Time);
        if (byTime != 0)
        {
            return byTime;
        }

        var byRound = Round.CompareTo(other.Round);
        if (byRound != 0)
        {
            return byRound;
        }

        var bySentAt = SentAt.CompareTo(other.SentAt);
        return bySentAt != 0 ? bySentAt : Id.CompareTo(other.Id);
    }
}
