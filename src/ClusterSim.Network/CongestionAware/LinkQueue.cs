using ClusterSim.Core.Units;

namespace ClusterSim.Network.CongestionAware;

/// <summary>The chunks that wait for one link. A link needs only to know when it is free, so they are counted only where a run is recorded.</summary>
internal sealed class LinkQueue
{
    // When each begins to cross the link, in order: it is first-in first-out.
    private readonly Queue<SimTime> starts = new();

    /// <summary>Most that waited at once.</summary>
    public int Peak { get; private set; }

    /// <summary>One more waits.</summary>
    /// <param name="now">The time at which it comes; what begins to cross the link then waits no more.</param>
    /// <param name="start">When it will begin to cross the link.</param>
    public void Add(SimTime now, SimTime start)
    {
        while (starts.TryPeek(out var first) && first <= now)
        {
            starts.Dequeue();
        }

        starts.Enqueue(start);
        Peak = Math.Max(Peak, starts.Count);
    }
}
