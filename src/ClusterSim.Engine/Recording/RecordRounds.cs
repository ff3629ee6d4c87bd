namespace ClusterSim.Engine.Recording;

/// <summary>
/// Counts rounds, in each of which every partition hands over once. One that has handed over in the current round begins the next
/// when it does so again; the others follow. Changed by one thread at a time, read by all.
/// </summary>
public sealed class RecordRounds
{
    private readonly int[] taken;
    private int current;

    /// <param name="partitions">How many partitions there are.</param>
    public RecordRounds(int partitions)
    {
        taken = new int[partitions];
    }

    /// <summary>The number of the current round; 0 before the first.</summary>
    public int Current => Volatile.Read(ref current);

    /// <summary>A partition hands over.</summary>
    /// <returns>The round in which it does.</returns>
    public int Take(int partition)
    {
        if (taken[partition] == current)
        {
            Volatile.Write(ref current, current + 1);
        }

        return taken[partition] = current;
    }

    /// <summary>A round has begun elsewhere.</summary>
    public void Reach(int round) => Volatile.Write(ref current, Math.Max(current, round));
}
