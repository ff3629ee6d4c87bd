namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>How long single delays may be: far beyond any that means something, and far from the end of the clock.</summary>
internal static class TimeLimits
{
    /// <summary>Eleven days.</summary>
    public const long MostNs = 1_000_000_000_000_000;

    /// <summary>Eleven days.</summary>
    public const long MostUs = MostNs / 1000;
}
