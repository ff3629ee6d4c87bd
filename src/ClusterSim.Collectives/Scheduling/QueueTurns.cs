namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// Deals the phases of one dimension out to its queues in turn. There are three turns, each shared by all collectives of the
/// NPU and never reset: over all queues, over the lower half, over the upper half.
/// </summary>
internal sealed class QueueTurns(int firstQueue, int queueCount)
{
    private readonly int lowerCount = Math.Max(1, queueCount / 2);
    private int all;
    private int lower;
    private int upper;

    /// <summary>The next of all queues; the upper half runs anticlockwise.</summary>
    public (int Queue, int Direction) NextOfAll()
    {
        var turn = Next(ref all, queueCount);
        return (firstQueue + turn, queueCount > 1 && turn >= lowerCount ? -1 : 1);
    }

    /// <summary>The next of the lower half, or the only queue.</summary>
    public int NextOfLower() => firstQueue + Next(ref lower, lowerCount);

    /// <summary>The next of the upper half, or the only queue.</summary>
    public int NextOfUpper() =>
        queueCount == 1 ? firstQueue : firstQueue + lowerCount + Next(ref upper, queueCount - lowerCount);

    private static int Next(ref int turn, int count)
    {
        var taken = turn;
        turn = (turn + 1) % count;
        return taken;
    }
}
