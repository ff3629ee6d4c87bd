namespace ClusterSim.Engine.Events;

/// <summary>
/// A message's id: its sender in the upper 24 bits, the sender's own counter in the lower 40. Neither depends on
/// partitions, so that ids are the same on every engine, and ascending ids order by sender, then by counter.
/// </summary>
internal static class MessageId
{
    public const int MaximumActors = 1 << 24;

    private const int CounterBits = 40;

    /// <summary>The id of an actor's first message; the next ones count up.</summary>
    public static ulong First(int sender) => (ulong)sender << CounterBits;

    public static int Sender(ulong id) => (int)(id >> CounterBits);

    /// <summary>How many messages the sender had sent before.</summary>
    public static ulong Counter(ulong id) => id & ((1UL << CounterBits) - 1);

    /// <summary>The id of an actor's message by its number.</summary>
    public static ulong Of(int sender, ulong counter) => First(sender) | counter;
}
