using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Graphs;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of a graph: devices and links one by one, or what makes them.</summary>
internal static class GraphSettings
{
    /// <summary>Ways through larger graphs would take more memory than machines have.</summary>
    public const int MostDevices = 1 << 15;

    public static readonly Setting<IReadOnlyList<string>> Npus = new(
        "npus", new ListKind<string>(DeviceNameKind.Instance), "The names of the NPUs, by number.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<string>> Switches = new(
        "switches", new ListKind<string>(DeviceNameKind.Instance), "The names of the switches. Not given: there are none.");

    public static readonly Setting<IReadOnlyList<SectionValues>> Links = new(
        "links", new ListKind<SectionValues>(LinkSettings.Kind), "The links. Where several ways are equally short, they are numbered in this order.")
    { IsRequired = true };

    public static readonly Setting<IGraphGenerator> Generate = new(
        "generate", new NameKind<IGraphGenerator>(() => GraphCatalog.Names, GraphCatalog.Find), "The shape of the graph.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<long>> Sizes = new(
        GraphKeys.Sizes, new ListKind<long>(new WholeNumberKind(2, MostDevices)), "torus: how many NPUs each of its dimensions has.");

    public static readonly Setting<double> Bandwidth = new("bandwidth", LinkSettings.BandwidthKind, "Bandwidth of each link in each direction, in GB/s of 2^30 bytes.")
    { IsRequired = true };

    public static readonly Setting<double> Latency = new("latency", LinkSettings.LatencyKind, "Latency of each link in ns.") { IsRequired = true };

    public static readonly Setting<double> OuterBandwidth = new(
        "outer-bandwidth",
        LinkSettings.BandwidthKind,
        "Bandwidth of the global links of a dragonfly, and of the links of rails and spines of a rail-optimised network. Not given: as of the others.");

    public static readonly Setting<double> OuterLatency = new(
        "outer-latency", LinkSettings.LatencyKind, "Latency of those links. Not given: as of the others.");

    /// <summary>The numbers that generators take.</summary>
    public static readonly IReadOnlyList<Setting<long>> Counts =
    [
        Count(GraphKeys.Arity, 2, "fat-tree: ports of each switch, an even number."),
        Count(GraphKeys.NpusPerRouter, 1, "dragonfly: NPUs of each router."),
        Count(GraphKeys.RoutersPerGroup, 1, "dragonfly: routers of each group."),
        Count(GraphKeys.GlobalLinksPerRouter, 1, "dragonfly: global links of each router."),
        Count(GraphKeys.Groups, 2, "dragonfly: groups. Not given: a*h + 1, the most."),
        Count(GraphKeys.Nodes, 1, "rail-optimised: nodes."),
        Count(GraphKeys.Rails, 1, "rail-optimised: NPUs of each node, each on a rail of its own."),
        Count(GraphKeys.Spines, 0, "rail-optimised: switches that join all rails. Not given: none."),
    ];

    public static readonly Section OfLinks = new("a graph of links", "Devices and links one by one.", [Links, Npus, Switches]);

    public static readonly Section OfGenerator = new(
        "a generated graph", "A graph of a known shape.", [Generate, .. Counts, Sizes, Bandwidth, Latency, OuterBandwidth, OuterLatency]);

    public static readonly SectionKind Kind = new(OfLinks, OfGenerator);

    private static Setting<long> Count(string key, long least, string help) => new(key, new WholeNumberKind(least, MostDevices), help);
}
