namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// One queue of a network dimension: runs a few streams at once, of whatever collectives; others wait in order of priority,
/// then of entry.
/// </summary>
internal sealed class StreamQueue(int capacity)
{
    private readonly PriorityQueue<CollectiveStream, (long NegativePriority, long Entry)> waiting = new();
    private long entries;
    private int running;

    /// <summary>Puts a stream behind those that run, and behind waiting ones of equal or higher priority.</summary>
    public void Enter(CollectiveStream stream) => waiting.Enqueue(stream, (-stream.Priority, entries++));

    /// <summary>Takes note that a running stream has left.</summary>
    public void Leave() => running--;

    /// <summary>Starts waiting streams from the front while there is room.</summary>
    public void StartWaiting()
    {
        while (running < capacity && waiting.TryDequeue(out var stream, out _))
        {
            running++;
            stream.StartPhase();
        }
    }
}
