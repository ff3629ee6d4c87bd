using ClusterSim.Collectives.Options;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of <c>remote_memory.json</c>.</summary>
internal static class RemoteMemorySettings
{
    public const string SchemaFile = "remote-memory.json";

    public static readonly Setting<Choice<RemoteMemoryKind>> MemoryType = new(
        "memory-type",
        new ChoiceKind<Choice<RemoteMemoryKind>>(
            new("NO_MEMORY_EXPANSION", RemoteMemoryKind.None),
            new("PER_NPU_MEMORY_EXPANSION", RemoteMemoryKind.PerNpu),
            new("PER_NODE_MEMORY_EXPANSION", RemoteMemoryKind.PerNode),
            new("MEMORY_POOL", RemoteMemoryKind.Pool)),
        "Who shares a remote memory: there is none, each NPU has one, the NPUs of a node share one, all share one. A shared one "
        + "serves one access at a time.")
    { IsRequired = true };

    public static readonly Setting<long> Latency = new(
        "remote-mem-latency",
        new WholeNumberKind(0, TimeLimits.MostNs, "ns"),
        "Latency of every access in ns.");

    public static readonly Setting<double> Bandwidth = new(
        "remote-mem-bw",
        new NumberKind(RateLimits.Least, most: RateLimits.Most, unit: "bytes a nanosecond"),
        "Bandwidth in bytes a nanosecond.");

    public static readonly Setting<long> NodeCount = new(
        "num-nodes",
        new WholeNumberKind(1, NetworkSettings.MostNpus),
        "How many nodes have a memory, for PER_NODE_MEMORY_EXPANSION.");

    public static readonly Setting<long> NpusPerNode = new(
        "num-npus-per-node",
        new WholeNumberKind(1, NetworkSettings.MostNpus),
        "How many NPUs share the memory of a node, for PER_NODE_MEMORY_EXPANSION.");

    public static readonly Section Section = new(
        "a remote memory",
        "What the memory nodes of traces load from and store to.",
        [MemoryType, Latency, Bandwidth, NodeCount, NpusPerNode]);

    public static readonly SectionKind Kind = new(Section);
}
