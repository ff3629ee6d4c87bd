using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of an experiment. Options go by the names that the reference's command line gives them.</summary>
internal static class ExperimentSettings
{
    public const string SchemaFile = "experiment.json";

    public const string GroupsSchemaFile = "groups.json";

    // Every queue is a list of its own in every NPU.
    private const int MostQueues = 4_096;
    private const double LargestScale = 1e6;

    /// <summary>A file of process groups.</summary>
    public static readonly MapKind<IReadOnlyList<long>> GroupsKind =
        new("the name of a group", new ListKind<long>(new WholeNumberKind(0, NetworkSettings.MostNpus - 1)));

    public static readonly Setting<SectionValues> Workload = new(
        "workload", new FileKind<SectionValues>(WorkloadSettings.Kind), "What the NPUs execute.")
    { IsRequired = true };

    public static readonly Setting<SectionValues> Network = new(
        "network",
        new FileKind<SectionValues>(NetworkSettings.Kind, NetworkSettings.SchemaFile),
        "What joins the NPUs.")
    { IsRequired = true };

    public static readonly Setting<SectionValues> SystemPart = new(
        "system",
        new FileKind<SectionValues>(SystemSettings.Kind, SystemSettings.SchemaFile),
        "How every NPU computes, schedules its collectives and talks.")
    { IsRequired = true };

    public static readonly Setting<SectionValues> Memory = new(
        "memory",
        new FileKind<SectionValues>(RemoteMemorySettings.Kind, RemoteMemorySettings.SchemaFile),
        "The remote memory. Not given: there is none.");

    public static readonly Setting<IReadOnlyList<MapItem<IReadOnlyList<long>>>> Groups = new(
        "groups",
        new FileKind<IReadOnlyList<MapItem<IReadOnlyList<long>>>>(GroupsKind, GroupsSchemaFile),
        "The process groups that traces name (pg_name): a map, or the JSON file of one, from name to NPUs in ring order.");

    public static readonly Setting<Choice<NetworkBackend>> Backend = new(
        "backend",
        new ChoiceKind<Choice<NetworkBackend>>(
            new("congestion-aware", NetworkBackend.CongestionAware), new("congestion-unaware", NetworkBackend.CongestionUnaware)),
        "Whether messages wait for each other at links, or each has the network to itself.")
    { Default = "congestion-aware" };

    public static readonly Setting<long> QueuesPerDimension = new(
        "num-queues-per-dim", new WholeNumberKind(1, MostQueues), "How many queues each network dimension has.")
    { Default = "1" };

    public static readonly Setting<double> InjectionScale = new(
        "injection-scale", new NumberKind(0, most: LargestScale), "Factor on endpoint-delay.")
    { Default = "1" };

    public static readonly Setting<double> ComputeScale = new(
        "compute-scale", new NumberKind(0, most: LargestScale), "Factor on the durations of compute nodes.")
    { Default = "1" };

    public static readonly Setting<double> CommunicationScale = new(
        "comm-scale", new NumberKind(0, most: LargestScale), "Factor on the sizes of collectives and sends.")
    { Default = "1" };

    public static readonly Setting<bool> Rendezvous = new(
        "rendezvous-protocol",
        FlagKind.Instance,
        "Whether a message leaves only after its receiver has asked for it.")
    { Default = "false" };

    /// <summary>The options, which a recorded case may have too.</summary>
    public static readonly IReadOnlyList<Setting> Options =
        [QueuesPerDimension, InjectionScale, ComputeScale, CommunicationScale, Rendezvous];

    public static readonly Section Section = new(
        "an experiment",
        "All that determines the result of a simulation. Each part is inline, or the name of a file relative to the one that names it.",
        [Workload, Network, SystemPart, Memory, Groups, Backend, .. Options]);

    public static readonly SectionKind Kind = new(Section);
}
