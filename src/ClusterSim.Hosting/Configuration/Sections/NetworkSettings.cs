using ClusterSim.Core.Networks;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Topologies;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of <c>network.yml</c>.</summary>
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
        new ListKind<double>(new NumberKind(RateLimits.Least, most: RateLimits.Most, unit: "GB/s of 2^30 bytes")),
        "Bandwidth of each link in each direction, in GB/s of 2^30 bytes, of each dimension.")
    { IsRequired = true };

    public static readonly Setting<IReadOnlyList<double>> Latency = new(
        "latency",
        new ListKind<double>(new NumberKind(0, most: TimeLimits.MostNs, unit: "ns")),
        "Latency of each link in ns, of each dimension.")
    { IsRequired = true };

    public static readonly Section Section = new(
        "a network",
        "What joins the NPUs: lists with one entry a dimension.",
        [Topology, NpusCount, Bandwidth, Latency]);

    public static readonly SectionKind Kind = new(Section);
}
