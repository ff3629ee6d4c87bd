using ClusterSim.Hosting.Estimates;

namespace ClusterSim.Sweeps.Planning;

/// <summary>What the points of a plan take together.</summary>
public sealed class PlanTotals
{
    /// <summary>How many cannot be simulated.</summary>
    public int Invalid { get; private set; }

    /// <summary>Messages that NPUs send each other.</summary>
    public double Messages { get; private set; }

    /// <summary>Time of one core in seconds, without the start of the program.</summary>
    public double Seconds { get; private set; }

    /// <summary>What the largest of them takes alone.</summary>
    public long MostMemoryBytes { get; private set; }

    /// <summary>The same points; each counts when it is passed on.</summary>
    public IEnumerable<PlannedPoint> Counted(IEnumerable<PlannedPoint> points)
    {
        foreach (var point in points)
        {
            Add(point);
            yield return point;
        }
    }

    internal void Add(PlannedPoint point)
    {
        Invalid += point.Problems.Count > 0 ? 1 : 0;
        if (point.Estimate is { } estimate)
        {
            Messages += estimate.Messages;
            Seconds += (estimate.Time - RunEstimator.TimeToStart).TotalSeconds;
            MostMemoryBytes = Math.Max(MostMemoryBytes, estimate.Memory.Bytes);
        }
    }
}
