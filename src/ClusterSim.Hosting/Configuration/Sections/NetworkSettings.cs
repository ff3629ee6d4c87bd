using ClusterSim.Core.Networks;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Options;
using ClusterSim.Network.Topologies;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of <c>network.yml</c>, which has two forms: dimensions, as the reference has them, and a graph.</summary>
internal static class NetworkSettings
{
    /// <summary>A simulation has an actor an NPU; beyond this many, something was meant otherwise.</summary>
    public const int MostNpus = 1 << 20;

    public const string SchemaFile = "network.json";

    public static readonly Setting<IReadOnlyList<ITopology>> Topology = new(
        "topology",
        new ListKind<ITopology>(new NameKind<ITopology>(() => TopologyCatalog.Names, TopologyCatalog.Find)),
        "How the NPUs of each dimension are joined.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<long>> NpusCount = new(
        "npus_count",
        new ListKind<long>(new WholeNumberKind(2, MostNpus)),
        "How many NPUs each dimension has. Dimension 0 varies fastest in the numbering of NPUs.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<double>> Bandwidth = new(
        "bandwidth",
        new ListKind<double>(LinkSettings.BandwidthKind),
        "Bandwidth of each link in each direction, in GB/s of 2^30 bytes, of each dimension.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<double>> Latency = new(
        "latency",
        new ListKind<double>(LinkSettings.LatencyKind),
        "Latency of each link in ns, of each dimension.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<SectionValues>> Events = new(
        "events",
        new ListKind<SectionValues>(LinkEventSettings.Kind),
        "What becomes of links in the course of a run. Takes the backend congestion-aware.");

    public static readonly Setting<SectionValues> Graph = new(
        "graph", new FileKind<SectionValues>(GraphSettings.Kind), "Devices and links one by one, or what makes them. Takes the backend congestion-aware.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<long>> Dimensions = new(
        "dimensions",
        new ListKind<long>(new WholeNumberKind(2, MostNpus)),
        "How many NPUs each dimension has as collectives see them; together all of the graph. Not given: all NPUs are one dimension.");

    public static readonly Setting<Choice<RouteWeight>> Weight = new(
        "weight",
        new ChoiceKind<Choice<RouteWeight>>(new("hops", RouteWeight.Hops), new("latency", RouteWeight.Latency)),
        "What the shortest way has least of: links, or latency and then links.")
    { Default = "hops" };

    public static readonly Setting<Choice<EqualWays>> EqualWays = new(
        "ecmp",
        new ChoiceKind<Choice<EqualWays>>(
            new("stream", Network.Options.EqualWays.ByStream),
            new("pair", Network.Options.EqualWays.ByPair),
            new("off", Network.Options.EqualWays.First)),
        "Which chunks may take different ones of equally short ways: those of another source, destination or stream, those of another source or destination, or none.")
    { Default = "stream" };

    public static readonly Setting<long> Seed = new("seed", new WholeNumberKind(0, int.MaxValue), "Decides which of equally short ways is taken.")
    { Default = "0" };

    public static readonly Section OfDimensions = new(
        "a network", "What joins the NPUs: lists with one entry a dimension.", [Topology, NpusCount, Bandwidth, Latency, Events]);

    public static readonly Section OfGraph = new(
        "a network of a graph", "What joins the NPUs: devices and links one by one.", [Graph, Dimensions, Weight, EqualWays, Seed, Events]);

    // The form of the reference is what somebody means whose keys tell nothing.
    public static readonly SectionKind Kind = new(OfDimensions, OfGraph) { Usual = OfDimensions };
}
