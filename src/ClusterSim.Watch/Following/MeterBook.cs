namespace ClusterSim.Watch.Following;

/// <summary>A meter for each of several things that come and go.</summary>
/// <param name="windowSeconds">As of each meter.</param>
internal sealed class MeterBook(double windowSeconds)
{
    private readonly Dictionary<string, RateMeter> meters = new(StringComparer.Ordinal);

    /// <summary>What a count is at a time.</summary>
    public void Add(string name, double seconds, double count)
    {
        if (!meters.TryGetValue(name, out var meter))
        {
            meters.Add(name, meter = new(windowSeconds));
        }

        meter.Add(seconds, count);
    }

    /// <summary>How much a count grows in a second; null: not known yet.</summary>
    public double? PerSecond(string name) => meters.GetValueOrDefault(name)?.PerSecond;
}
