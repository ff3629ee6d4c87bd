using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// Decides the phases of each stream of one NPU: dimensions, algorithms, queues and directions. Section 4 of the reference
/// semantics.
/// </summary>
internal sealed class PhasePlanner
{
    private readonly int npu;
    private readonly SystemShape shape;
    private readonly SystemOptions options;
    private readonly AlgorithmChooser chooser;
    private readonly QueueTurns[] turns;
    private readonly Dictionary<(CollectiveKind, int), int> ordinals = [];

    public PhasePlanner(int npu, SystemShape shape, SystemOptions options)
    {
        this.npu = npu;
        this.shape = shape;
        this.options = options;
        chooser = new AlgorithmChooser(options, shape.DimensionSizes.Count);
        turns = new QueueTurns[shape.DimensionSizes.Count];
        for (var dimension = 0; dimension < turns.Length; dimension++)
        {
            turns[dimension] = new QueueTurns(dimension * options.QueuesPerDimension, options.QueuesPerDimension);
        }
    }

    /// <summary>How a collective is run.</summary>
    public CollectiveImplementation Choose(in CollectiveCall call, bool isSubgroup) =>
        chooser.Of(call.Kind, call.Size, call.NodeId, call.Group?.Name, isSubgroup);

    /// <summary>The dimensions of a collective of all NPUs that have something to do, in ascending order.</summary>
    /// <param name="implementation">How the collective is run.</param>
    /// <param name="involved">Bit d for dimension d.</param>
    /// <param name="root">The NPU that is the root, or 0. In dimensions that are not involved, the root is where the NPU itself is.</param>
    public IReadOnlyList<PhaseDimension> SystemDimensions(CollectiveImplementation implementation, uint involved, int root)
    {
        if (implementation.SpansSystem)
        {
            return IsInvolved(involved, 0)
                ? [new PhaseDimension(0, Line(1, shape.NpuCount, root), implementation.PerDimension[0])]
                : [];
        }

        var dimensions = new List<PhaseDimension>();
        var stride = 1;
        for (var dimension = 0; dimension < shape.DimensionSizes.Count; dimension++)
        {
            var size = shape.DimensionSizes[dimension];
            if (size > 1 && IsInvolved(involved, dimension))
            {
                dimensions.Add(new PhaseDimension(dimension, Line(stride, size, root), implementation.PerDimension[dimension]));
            }

            stride *= size;
        }

        return dimensions;
    }

    /// <summary>The one dimension of a collective in a group that does not hold all NPUs: a ring in listed order.</summary>
    /// <param name="kind">What the collective does.</param>
    /// <param name="implementation">How it is run.</param>
    /// <param name="members">The NPUs of the group.</param>
    /// <param name="root">The place of the root among them, or 0.</param>
    public IReadOnlyList<PhaseDimension> GroupDimensions(CollectiveKind kind, CollectiveImplementation implementation, IReadOnlyList<int> members, int root)
    {
        var configured = implementation.PerDimension;
        var algorithm = configured.Count == 1 ? configured[0] : CollectiveCatalog.DefaultOf(kind);
        return members.Count == 1 ? [] : [new PhaseDimension(0, RotatedRanks.From(RankSet.Of(npu, members), root), algorithm)];
    }

    /// <summary>The phases of the next stream.</summary>
    public PhasePlan[] Plan(CollectiveKind kind, IReadOnlyList<PhaseDimension> dimensions, bool isSubgroup) =>
        kind == CollectiveKind.AllReduce && options.CollectiveOptimization == CollectiveOptimization.LocalBandwidthAware
            ? PlanUpAndDown(dimensions, isSubgroup)
            : PlanOnePhaseEach(kind, dimensions, isSubgroup);

    private static bool IsInvolved(uint involved, int dimension) => (involved & (1u << dimension)) != 0;

    private PhasePlan[] PlanOnePhaseEach(CollectiveKind kind, IReadOnlyList<PhaseDimension> dimensions, bool isSubgroup)
    {
        var phases = new PhasePlan[dimensions.Count];
        for (var i = 0; i < phases.Length; i++)
        {
            var dimension = dimensions[KindTraits.GoesDown(kind) ? phases.Length - 1 - i : i];
            var (queue, direction) = turns[dimension.Queues].NextOfAll();
            phases[i] = Phase(kind, kind, in dimension, queue, direction, isSubgroup);
        }

        // NPUs take their turns for phases that they sit out, too: others of their lines may not, and directions must agree.
        return KindTraits.HasRoot(kind) ? RootedPhases.Own(kind, phases, dimensions) : phases;
    }

    private RankSet Line(int stride, int size, int root) => RotatedRanks.From(RankSet.Along(npu, stride, size), root / stride % size);

    private PhasePlan[] PlanUpAndDown(IReadOnlyList<PhaseDimension> dimensions, bool isSubgroup)
    {
        var last = dimensions.Count - 1;
        var phases = new PhasePlan[2 * last + 1];
        for (var i = 0; i <= last; i++)
        {
            var dimension = dimensions[i];
            var kind = i == last ? CollectiveKind.AllReduce : CollectiveKind.ReduceScatter;
            phases[i] = Phase(CollectiveKind.AllReduce, kind, in dimension, turns[dimension.Queues].NextOfLower(), 1, isSubgroup);
        }

        for (var i = last - 1; i >= 0; i--)
        {
            var dimension = dimensions[i];
            var queue = turns[dimension.Queues].NextOfUpper();
            phases[2 * last - i] = Phase(CollectiveKind.AllReduce, CollectiveKind.AllGather, in dimension, queue, -1, isSubgroup);
        }

        return phases;
    }

    private PhasePlan Phase(
        CollectiveKind collective, CollectiveKind kind, in PhaseDimension dimension, int queue, int direction, bool isSubgroup)
    {
        var key = (collective, isSubgroup ? -1 : dimension.Queues);
        var ordinal = ordinals.GetValueOrDefault(key);
        ordinals[key] = ordinal + 1;
        return new PhasePlan(kind, dimension.Algorithm, dimension.Ranks, dimension.Queues, queue, direction, ordinal, isSubgroup);
    }
}
