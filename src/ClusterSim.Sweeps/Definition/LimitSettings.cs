using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>The keys of what one point may take. A point that takes more becomes a failed row.</summary>
internal static class LimitSettings
{
    private const double LongestSeconds = 1e7;

    public static readonly Setting<double> Seconds = new(
        "seconds", new NumberKind(0.001, most: LongestSeconds, unit: "s"), "How long the simulation of a point may run, in seconds.");

    public static readonly Setting<long> Events = new(
        "events", new WholeNumberKind(1, long.MaxValue), "How many events a point may have.");

    public static readonly Setting<long> Memory = new(
        "memory",
        new SizeKind(1 << 20),
        "What a process may take for each point that it runs at once. A point that is estimated to need more is not begun; where points together outgrow it, the one of the highest estimate ends.");

    public static readonly Section Section = new("limits", "What one point may take. Not given: as much as it likes.", [Seconds, Events, Memory]);
}
