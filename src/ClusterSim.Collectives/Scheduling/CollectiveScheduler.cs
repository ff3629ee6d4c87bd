using ClusterSim.Collectives.Npu;
using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Results;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// Runs the collectives of one NPU: cuts them into streams, takes each stream through its phases and queues. Section 4 of the
/// reference semantics.
/// </summary>
internal sealed class CollectiveScheduler
{
    private readonly NpuParts parts;
    private readonly SystemOptions options;
    private readonly SystemShape shape;
    private readonly ICollectiveOwner owner;
    private readonly CollectiveLedger ledger;
    private readonly PhasePlanner planner;
    private readonly StreamQueue[] queues;
    private readonly StreamIds streamIds = new();
    private readonly Dictionary<int, RunningCollective> running = [];
    private long issued;

    public CollectiveScheduler(NpuParts parts, SystemShape shape, ICollectiveOwner owner, CollectiveLedger ledger)
    {
        this.parts = parts;
        this.shape = shape;
        this.owner = owner;
        this.ledger = ledger;
        options = parts.Options;
        planner = new PhasePlanner(parts.Npu, shape, options);
        var perQueue = (options.ActiveChunksPerDimension + options.QueuesPerDimension - 1) / options.QueuesPerDimension;
        queues = new StreamQueue[shape.DimensionSizes.Count * options.QueuesPerDimension];
        for (var queue = 0; queue < queues.Length; queue++)
        {
            queues[queue] = new StreamQueue(perQueue);
        }
    }

    /// <summary>The simulated time.</summary>
    public SimTime Now => parts.Actor.Now;

    /// <summary>Collectives that have not ended.</summary>
    public IEnumerable<RunningCollective> Running => running.Values;

    /// <summary>How far each group's streams are numbered: see <see cref="StreamIds.Next"/>.</summary>
    public IEnumerable<(int Group, long Next)> Streams => streamIds.Next;

    /// <summary>Issues a collective; one that has nothing to do ends at once.</summary>
    public void Issue(in CollectiveCall call)
    {
        var priority = NextPriority(in call);
        var isSubgroup = call.Group is not null && call.Group.Ranks.Count < shape.NpuCount;
        var implementation = planner.Choose(in call, isSubgroup);
        if ((options.PerNodeImplementations.GetValueOrDefault(call.NodeId) ?? implementation.Custom) is { } custom)
        {
            IssueCustom(in call, priority, custom);
            return;
        }

        var dimensions = DimensionsOf(in call, implementation, isSubgroup);
        var chunks = ChunkPlan.For(call.Kind, call.Size, options.PreferredDatasetSplits, shape.NpuCount);
        if (dimensions.Count == 0 || chunks.Streams == 0)
        {
            owner.OnCollectiveEnded(call.Node);
            return;
        }

        var size = RootedPhases.SizeAtStart(call.Kind, dimensions, chunks.ChunkSize);
        var collective = Begin(in call, priority, chunks.Streams, dimensions);
        for (var stream = 0L; stream < chunks.Streams; stream++)
        {
            var id = stream == 0 ? collective.FirstStream : streamIds.Take(call.Group);
            EnterFirstQueue(new CollectiveStream(
                this, collective, id, planner.Plan(call.Kind, dimensions, isSubgroup), size));
        }
    }

    /// <summary>Starts the phase that a stream has come to.</summary>
    public void Start(CollectiveStream stream) => new PhaseRun(this, parts, stream).Start();

    /// <summary>A stream's phase has ended.</summary>
    public void EndPhase(CollectiveStream stream, ByteSize finalSize)
    {
        var left = queues[stream.Phase.Queue];
        if (stream.Advance(finalSize))
        {
            var entered = queues[stream.Phase.Queue];
            entered.Enter(stream);
            left.Leave();
            left.StartWaiting();
            entered.StartWaiting();
            return;
        }

        EndStream(stream.Collective);
        left.Leave();
        left.StartWaiting();
    }

    private long NextPriority(in CollectiveCall call)
    {
        var count = issued++;
        return options.SchedulingPolicy switch
        {
            SchedulingPolicy.Lifo => count,
            SchedulingPolicy.Fifo => -count,
            _ => call.Priority,
        };
    }

    private IReadOnlyList<PhaseDimension> DimensionsOf(in CollectiveCall call, CollectiveImplementation implementation, bool isSubgroup)
    {
        if (isSubgroup)
        {
            return planner.GroupDimensions(call.Kind, implementation, call.Group!.Ranks, call.Root);
        }

        return call.Group is null
            ? planner.SystemDimensions(implementation, call.InvolvedDimensions, call.Root)
            : planner.SystemDimensions(implementation, uint.MaxValue, call.Group.Ranks[call.Root]);
    }

    private void IssueCustom(in CollectiveCall call, long priority, ICollectiveAlgorithm custom)
    {
        var listed = call.Group is null
            ? RankSet.Along(parts.Npu, 1, shape.NpuCount)
            : RankSet.Of(parts.Npu, call.Group.Ranks);
        var ranks = RotatedRanks.From(listed, call.Root);
        if (ranks.Count == 1)
        {
            owner.OnCollectiveEnded(call.Node);
            return;
        }

        var isSubgroup = ranks.Count < shape.NpuCount;
        var collective = Begin(in call, priority, 1, [new PhaseDimension(0, ranks, custom)]);
        var phase = new PhasePlan(call.Kind, custom, ranks, Dimension: 0, Queue: 0, Direction: 1, Ordinal: 0, isSubgroup);
        EnterFirstQueue(new CollectiveStream(this, collective, collective.FirstStream, [phase], call.Size));
    }

    private RunningCollective Begin(in CollectiveCall call, long priority, long streams, IReadOnlyList<PhaseDimension> dimensions)
    {
        var collective = new RunningCollective(call, streamIds.Take(call.Group), priority, parts.Actor.Now) { StreamsLeft = streams };
        running.Add(call.Node, collective);
        ledger.Begin(parts.Npu, collective, dimensions);
        return collective;
    }

    private void EnterFirstQueue(CollectiveStream stream)
    {
        var queue = queues[stream.Phase.Queue];
        queue.Enter(stream);
        queue.StartWaiting();
    }

    private void EndStream(RunningCollective collective)
    {
        collective.StreamsLeft--;
        if (collective.StreamsLeft == 0)
        {
            running.Remove(collective.Call.Node);
            ledger.End(collective, parts.Actor.Now);
            owner.OnCollectiveEnded(collective.Call.Node);
        }
    }
}
