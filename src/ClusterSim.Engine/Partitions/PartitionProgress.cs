namespace ClusterSim.Engine.Partitions;

/// <summary>How far a partition is. Written by its thread, read by others, which need no exact value.</summary>
internal sealed class PartitionProgress
{
    private long now;
    private long events;
    private long windows;
    private int completed;
    private int created;

    /// <summary>The simulated time it has reached, in nanoseconds.</summary>
    public long Now
    {
        get => Volatile.Read(ref now);
        set => Volatile.Write(ref now, value);
    }

    /// <summary>Messages handled.</summary>
    public long Events
    {
        get => Volatile.Read(ref events);
        set => Volatile.Write(ref events, value);
    }

    /// <summary>Windows begun.</summary>
    public long Windows
    {
        get => Volatile.Read(ref windows);
        set => Volatile.Write(ref windows, value);
    }

    /// <summary>Actors created.</summary>
    public int Created
    {
        get => Volatile.Read(ref created);
        set => Volatile.Write(ref created, value);
    }

    /// <summary>Everything that it has done, added up: it grows as long as the partition comes on.</summary>
    public long Steps => Events + Windows + Created;

    /// <summary>Actors that have come to the end of their work.</summary>
    public int Completed
    {
        get => Volatile.Read(ref completed);
        set => Volatile.Write(ref completed, value);
    }

    public void Reset()
    {
        Now = 0;
        Events = 0;
        Windows = 0;
        Completed = 0;
        Created = 0;
    }
}
