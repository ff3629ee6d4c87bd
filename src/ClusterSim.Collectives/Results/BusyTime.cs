using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Results;

/// <summary>The length of a union of intervals that are told as they begin and end.</summary>
internal sealed class BusyTime
{
    private int count;
    private SimTime since;

    /// <summary>The length of what has ended.</summary>
    public SimDuration Total { get; private set; }

    public bool IsBusy => count > 0;

    public void Begin(SimTime now)
    {
        if (count++ == 0)
        {
            since = now;
        }
    }

    public void End(SimTime now)
    {
        if (--count == 0)
        {
            Total += now - since;
        }
    }

    /// <summary>Begins or ends, whichever makes it so.</summary>
    public void Set(bool busy, SimTime now)
    {
        if (busy && !IsBusy)
        {
            Begin(now);
        }
        else if (!busy && IsBusy)
        {
            End(now);
        }
    }
}
