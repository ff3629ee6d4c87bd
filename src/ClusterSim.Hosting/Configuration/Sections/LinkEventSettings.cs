using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of what becomes of a link in the course of a run, in one direction or in both.</summary>
internal static class LinkEventSettings
{
    public static readonly Setting<SimTime> At = new(
        "at", new SimTimeKind(TimeLimits.MostNs), "When: chunks that the link accepts from then on take it so.")
    { IsRequired = true };

    public static readonly Setting<double> Bandwidth = new("bandwidth", LinkSettings.BandwidthKind, "The bandwidth from then on, in GB/s of 2^30 bytes.");

    public static readonly Setting<double> Latency = new("latency", LinkSettings.LatencyKind, "The latency from then on, in ns.");

    public static readonly Setting<Choice<bool>> State = new(
        "state", new ChoiceKind<Choice<bool>>(new("down", false), new("up", true)), "Whether the link takes chunks from then on.");

    public static readonly SectionKind Kind = new(
        new Section("an event of links in both directions", "What becomes of two links.", [LinkSettings.Between, At, Bandwidth, Latency, State]),
        new Section("an event of a link", "What becomes of a link.", [LinkSettings.From, LinkSettings.To, At, Bandwidth, Latency, State]));
}
