namespace ClusterSim.Engine.Partitions;

/// <summary>
/// Tells when all partitions have come to the end of a window, and when the next one begins. A peer can be one window ahead,
/// never two, so two counts that take turns suffice.
/// </summary>
internal sealed class WindowBarrier(int partitionCount)
{
    private readonly int[] arrived = new int[2];
    private readonly long[] next = [long.MaxValue, long.MaxValue];
    private readonly bool[] isLast = new bool[2];

    /// <summary>Notes that a partition has come to the end of a window.</summary>
    public void Arrive(long window, long nextTime, bool last)
    {
        var turn = window & 1;
        arrived[turn]++;
        next[turn] = Math.Min(next[turn], nextTime);
        isLast[turn] |= last;
    }

    /// <summary>Whether all partitions have come to the end of a window.</summary>
    public bool IsComplete(long window) => arrived[window & 1] == partitionCount;

    /// <summary>Where the window after a complete one begins; <see cref="long.MaxValue"/> if the simulation is over.</summary>
    public long Close(long window)
    {
        var turn = window & 1;
        var start = isLast[turn] ? long.MaxValue : next[turn];
        arrived[turn] = 0;
        next[turn] = long.MaxValue;
        isLast[turn] = false;
        return start;
    }
}
