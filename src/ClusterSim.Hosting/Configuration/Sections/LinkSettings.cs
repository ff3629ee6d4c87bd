using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of a link of a graph, in one direction or in both.</summary>
internal static class LinkSettings
{
    public static readonly Setting<string> From = new("from", TextKind.Instance, "The device that the link leaves.") { IsRequired = true };

    public static readonly Setting<string> To = new("to", TextKind.Instance, "The device that the link leads to.") { IsRequired = true };

    public static readonly Setting<IReadOnlyList<string>> Between = new(
        "between", new ListKind<string>(TextKind.Instance, most: 2), "Two devices, between which there is a link in each direction.")
    { IsRequired = true };

    public static readonly NumberKind BandwidthKind = new(RateLimits.Least, most: RateLimits.Most, unit: "GB/s of 2^30 bytes");

    public static readonly NumberKind LatencyKind = new(0, most: TimeLimits.MostNs, unit: "ns");

    public static readonly Setting<double> Bandwidth = new("bandwidth", BandwidthKind, "Bandwidth in each direction, in GB/s of 2^30 bytes.")
    { IsRequired = true };

    public static readonly Setting<double> Latency = new("latency", LatencyKind, "Latency in ns.") { IsRequired = true };

    public static readonly SectionKind Kind = new(
        new Section("links in both directions", "Two links that are alike.", [Between, Bandwidth, Latency]),
        new Section("a link in one direction", "A link.", [From, To, Bandwidth, Latency]));
}
