namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>
/// How slow and fast links, memories and NPUs may be, in GB/s and 10^12 operations a second: beyond anything that is built,
/// and so that a few bytes or operations take no time near the end of the clock.
/// </summary>
internal static class RateLimits
{
    public const double Least = 1e-6;

    public const double Most = 1e12;
}
