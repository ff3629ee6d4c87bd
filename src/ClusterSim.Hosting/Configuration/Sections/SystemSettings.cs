using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of <c>system.json</c>.</summary>
internal static class SystemSettings
{
    public const string SchemaFile = "system.json";

    public const string PerNodeSchemaFile = "per-node-custom-implementation.json";

    /// <summary>A file of custom algorithms of single collectives.</summary>
    public static readonly MapKind<InputPath> PerNodeKind = new("the id of a collective node", new PathKind(CustomTraces, PathContent.Traces));

    // Each chunk of a collective is an object of its own in every NPU.
    private const int MostStreams = 1 << 20;

    public static readonly Setting<Choice<SchedulingPolicy>> SchedulingPolicy = new(
        "scheduling-policy",
        new ChoiceKind<Choice<SchedulingPolicy>>(
            new("LIFO", Collectives.Options.SchedulingPolicy.Lifo),
            new("FIFO", Collectives.Options.SchedulingPolicy.Fifo),
            new("EXPLICIT", Collectives.Options.SchedulingPolicy.Explicit)),
        "Which collective goes first: the one issued last, the one issued first, or that with the highest comm_priority in its trace.")
    { Default = "LIFO" };

    public static readonly Setting<long> EndpointDelay = new(
        "endpoint-delay",
        new WholeNumberKind(0, TimeLimits.MostNs, "ns"),
        "What every packet of a collective spends in an NPU, in ns; injection-scale multiplies it. Not given: 10 ns, not scaled.");

    public static readonly Setting<long> ActiveChunksPerDimension = new(
        "active-chunks-per-dimension",
        new WholeNumberKind(1, MostStreams),
        "How many chunks the queues of one network dimension run at once, together.")
    { Default = "1" };

    public static readonly Setting<long> PreferredDatasetSplits = new(
        "preferred-dataset-splits",
        new WholeNumberKind(1, MostStreams),
        "Into how many chunks a collective is cut.")
    { Default = "1" };

    public static readonly Setting<Choice<CollectiveOptimization>> CollectiveOptimization = new(
        "collective-optimization",
        new ChoiceKind<Choice<CollectiveOptimization>>(
            new("baseline", Collectives.Options.CollectiveOptimization.Baseline),
            new("localBWAware", Collectives.Options.CollectiveOptimization.LocalBandwidthAware)),
        "How an all-reduce is spread over several dimensions: an all-reduce in each (baseline), or reduce-scatter on the way up "
        + "and all-gather on the way down (localBWAware).")
    { Default = "baseline" };

    public static readonly Setting<double> LocalMemoryBandwidth = new(
        "local-mem-bw",
        new NumberKind(RateLimits.Least, most: RateLimits.Most, unit: "GB/s of 10^9 bytes"),
        "Bandwidth of an NPU's own memory in GB/s of 10^9 bytes: what reductions and the roofline read and write with.")
    { IsRequired = true };

    public static readonly Setting<bool> RooflineEnabled = new(
        "roofline-enabled",
        FlagKind.Instance,
        "Whether compute nodes take the time that the roofline gives them, instead of the recorded one.")
    { Default = "0" };

    public static readonly Setting<double> PeakPerformance = new(
        "peak-perf",
        new NumberKind(RateLimits.Least, most: RateLimits.Most, unit: "10^12 operations a second"),
        "Peak performance of an NPU in 10^12 operations a second, for the roofline.");

    public static readonly Setting<bool> ReplayOnly = new(
        "replay-only",
        FlagKind.Instance,
        "Whether every node, of any kind, only lasts as long as its trace says.")
    { Default = "0" };

    public static readonly Setting<bool> TrackLocalMemory = new(
        "track-local-mem",
        FlagKind.Instance,
        "Whether the memory that tensors take is followed over time.")
    { Default = "0" };

    public static readonly Setting<bool> ModelSharedBus = new(
        "model-shared-bus",
        FlagKind.Off,
        "The NPU's shared bus, which is not simulated: only 0 is accepted.")
    { Default = "0" };

    public static readonly Setting<IReadOnlyList<MapItem<InputPath>>> PerNodeCustomImplementation = new(
        "per-node-custom-implementation",
        new FileKind<IReadOnlyList<MapItem<InputPath>>>(PerNodeKind, PerNodeSchemaFile),
        "Custom algorithms of single collectives: a map, or the YAML file of one, from the id of a node in the workload's trace to "
        + "a prefix of trace files.");

    /// <summary>Of each kind of collective: its algorithms, and the trace that replaces them.</summary>
    public static readonly IReadOnlyList<ImplementationSettings> Implementations =
        [.. SimulatedKinds.All.Select(kind => ImplementationsOf(kind.Name, kind.Value))];

    public static readonly Setting<IReadOnlyList<SectionValues>> Rules = new(
        "algorithms",
        new ListKind<SectionValues>(RuleSettings.Kind, AlgorithmChooser.MostRules),
        "Algorithms by conditions, such as {when: {size: {to: 1MiB}}, use: doubleBinaryTree}. The first rule that matches wins, and wins over "
        + "the *-implementation keys, which hold where none matches; a custom algorithm of a single node wins over all.");

    /// <summary>
    /// Whether a system says how broadcasts are run, by a key of their own or a rule that names them. If not, those of traces last as
    /// recorded, as in the reference.
    /// </summary>
    public static bool RunsBroadcasts(SectionValues system)
    {
        var broadcast = Implementations.First(implementation => implementation.Kind == CollectiveKind.Broadcast);
        return system.NodeOf(broadcast.Algorithms) is not null
            || system.NodeOf(broadcast.Custom) is not null
            || (system.TryGet(Rules, out var rules) && rules.Any(RuleSettings.NamesBroadcasts));
    }

    /// <summary>Read before the other keys: see <see cref="SystemKind"/>.</summary>
    public static readonly Setting<IReadOnlyList<InputPath>> Plugins = new(
        "plugins",
        new ListKind<InputPath>(new PathKind("a plug-in (.dll)", PathContent.Plugin)),
        "Assemblies with collective algorithms of your own, which the system may then name. They are code: load only what you trust.");

    public static readonly Section Section = new(
        "a system",
        "How every NPU computes, schedules its collectives and talks.",
        [
            SchedulingPolicy,
            EndpointDelay,
            ActiveChunksPerDimension,
            PreferredDatasetSplits,
            Plugins,
            .. Implementations.Select(kind => kind.Algorithms),
            Rules,
            CollectiveOptimization,
            LocalMemoryBandwidth,
            RooflineEnabled,
            PeakPerformance,
            ReplayOnly,
            TrackLocalMemory,
            .. Implementations.Select(kind => kind.Custom),
            PerNodeCustomImplementation,
            ModelSharedBus,
            SharedBusParameter("L"),
            SharedBusParameter("o"),
            SharedBusParameter("g"),
            SharedBusParameter("G"),
            new SettingWithoutEffect("boost-mode", "Every NPU is simulated."),
            new SettingWithoutEffect("trace-enabled", "Message traces are asked for on the command line."),
            new SettingWithoutEffect("local-mem-trace-filename", "The memory timeline is part of the results."),
            new SettingWithoutEffect("local-reduction-delay", "Reductions take the time of their memory traffic (local-mem-bw)."),
            new SettingWithoutEffect("intra-dimension-scheduling", "Streams wait in order of their priority."),
            new SettingWithoutEffect("inter-dimension-scheduling", "Dimensions are taken in ascending order."),
        ]);

    public static readonly SystemKind Kind = new(Section);

    private const string CustomTraces = "custom traces, without .<rank>.et";

    private static SettingWithoutEffect SharedBusParameter(string key) =>
        new(key, "It belongs to model-shared-bus, which is not simulated.");

    private static string NotGiven(CollectiveKind kind) => kind == CollectiveKind.Broadcast
        ? $"Not given: broadcasts of traces last as recorded; that of a workload of one collective is {CollectiveCatalog.DefaultOf(kind).Name} in each dimension."
        : $"Not given: {CollectiveCatalog.DefaultOf(kind).Name} in each dimension.";

    private static ImplementationSettings ImplementationsOf(string name, CollectiveKind kind) => new(
        kind,
        new($"{name}-implementation",
            new ListKind<AlgorithmChoice>(AlgorithmKind.Instance),
            $"The algorithm of {name} in each dimension, or a single one* that takes the whole system as one dimension. "
            + NotGiven(kind)),
        new($"{name}-implementation-custom",
            new ListKind<InputPath>(new PathKind(CustomTraces, PathContent.Traces), most: 1),
            $"A trace to run as {name} instead of an algorithm: the prefix of one trace file a rank."));
}
