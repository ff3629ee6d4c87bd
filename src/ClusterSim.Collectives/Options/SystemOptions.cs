using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Options;

/// <summary>A validated system: how every NPU computes, schedules its collectives and talks. Immutable.</summary>
public sealed record SystemOptions
{
    public SchedulingPolicy SchedulingPolicy { get; init; } = SchedulingPolicy.Lifo;

    /// <summary>What a packet spends in an NPU, already scaled by <c>injection-scale</c>.</summary>
    public SimDuration EndpointDelay { get; init; } = DefaultEndpointDelay;

    /// <summary>How many streams the queues of one dimension run at once, together.</summary>
    public int ActiveChunksPerDimension { get; init; } = 1;

    /// <summary>Into how many chunks a collective is cut.</summary>
    public int PreferredDatasetSplits { get; init; } = 1;

    /// <summary>How many queues each dimension has.</summary>
    public int QueuesPerDimension { get; init; } = 1;

    public CollectiveOptimization CollectiveOptimization { get; init; } = CollectiveOptimization.Baseline;

    /// <summary>
    /// How each kind of collective is run. Holds all kinds that can be simulated; broadcasts are left out where they only last as
    /// recorded.
    /// </summary>
    public required IReadOnlyDictionary<CollectiveKind, CollectiveImplementation> Implementations { get; init; }

    /// <summary>Whether broadcasts are run, and do not only last as recorded, as in the reference.</summary>
    public bool SimulatesBroadcasts => Implementations.ContainsKey(CollectiveKind.Broadcast);

    /// <summary>
    /// Algorithms by conditions, at most <see cref="AlgorithmChooser.MostRules"/>; the first that matches wins, and wins over <see cref="Implementations"/>.
    /// </summary>
    public IReadOnlyList<AlgorithmRule> Rules { get; init; } = [];

    /// <summary>Custom algorithms of single collective nodes, by the node's id; they win over all others.</summary>
    public IReadOnlyDictionary<ulong, ICollectiveAlgorithm> PerNodeImplementations { get; init; } =
        new Dictionary<ulong, ICollectiveAlgorithm>();

    /// <summary>The files of the plug-ins whose algorithms it may name, for messages.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>What reductions and the roofline read and write with.</summary>
    public required Bandwidth LocalMemoryBandwidth { get; init; }

    /// <summary>Whether compute nodes are priced by the roofline instead of their recorded duration.</summary>
    public bool Roofline { get; init; }

    /// <summary>Peak performance for the roofline, in 10^12 operations a second.</summary>
    public double PeakTeraflops { get; init; }

    /// <summary>Whether every node only lasts its recorded duration.</summary>
    public bool ReplayOnly { get; init; }

    /// <summary>Whether the memory that tensors take is followed over time.</summary>
    public bool TrackLocalMemory { get; init; }

    /// <summary>Whether a message leaves only after its receiver has asked for it.</summary>
    public bool Rendezvous { get; init; }

    /// <summary>Factor on compute durations, floored.</summary>
    public double ComputeScale { get; init; } = 1;

    /// <summary>Factor on the sizes of collectives and sends, floored.</summary>
    public double CommunicationScale { get; init; } = 1;

    /// <summary>The endpoint delay where none is given, and in every group that does not hold all NPUs.</summary>
    public static SimDuration DefaultEndpointDelay => new(10);

    /// <summary>The size of a collective or send under <see cref="CommunicationScale"/>.</summary>
    public ByteSize Scaled(ByteSize size) =>
        CommunicationScale == 1 ? size : new ByteSize(checked((long)Math.Floor(size.Bytes * CommunicationScale)));
}
