namespace ClusterSim.Watch.Following;

/// <summary>How fast a count grows: over the last moments, however often it is told. Holds some numbers.</summary>
/// <param name="windowSeconds">Over how long.</param>
internal sealed class RateMeter(double windowSeconds)
{
    // So many are kept of a window.
    private const int Parts = 8;

    private readonly Queue<(double Seconds, double Count)> kept = new();
    private (double Seconds, double Count) first;
    private (double Seconds, double Count) newest;
    private double lastKept = double.NegativeInfinity;

    /// <summary>How much the count grows in a second; null: it was not told twice yet.</summary>
    public double? PerSecond => newest.Seconds > first.Seconds ? (newest.Count - first.Count) / (newest.Seconds - first.Seconds) : null;

    /// <summary>What the count is at a time.</summary>
    public void Add(double seconds, double count)
    {
        newest = (seconds, count);
        if (seconds - lastKept < windowSeconds / Parts)
        {
            return;
        }

        lastKept = seconds;
        kept.Enqueue(newest);
        first = kept.Peek();

        // The one at which the window begins stays.
        while (kept.Count > 1 && kept.ElementAt(1).Seconds <= seconds - windowSeconds)
        {
            kept.Dequeue();
            first = kept.Peek();
        }
    }
}
