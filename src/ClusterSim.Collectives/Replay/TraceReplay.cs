using ClusterSim.Collectives.Memory;
using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Npu;
using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Results;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Recording;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Collectives.Replay;

/// <summary>
/// Replays the execution graph of one NPU: starts nodes whose dependencies have ended and whose slot is free, in ascending
/// order of id, whenever something ends. Section 3 of the reference semantics.
/// </summary>
internal sealed class TraceReplay : ICollectiveOwner
{
    private readonly NpuParts parts;
    private readonly ExecutionGraph graph;
    private readonly SystemOptions options;
    private readonly NodePricing pricing;
    private readonly ProcessGroup?[] groups;
    private readonly CollectiveScheduler scheduler;
    private readonly IRemoteMemory remoteMemory;
    private readonly NpuStatistics statistics;
    private readonly TensorLifetimes? tensors;
    private readonly int[] dependenciesLeft;
    private readonly Action onFinished;
    private readonly ReadyNodes ready = new();
    private readonly Dictionary<int, SimTime> running = [];
    private SlotStates slots;
    private int ended;
    private bool isWalking;
    private bool walksAgain;

    public TraceReplay(
        NpuParts parts,
        ExecutionGraph graph,
        ProcessGroup?[] groups,
        SystemShape shape,
        IRemoteMemory remoteMemory,
        CollectiveLedger ledger,
        Action onFinished)
    {
        this.onFinished = onFinished;
        this.parts = parts;
        this.graph = graph;
        this.groups = groups;
        this.remoteMemory = remoteMemory;
        options = parts.Options;
        pricing = new NodePricing(options);
        statistics = new NpuStatistics(options.ReplayOnly);
        scheduler = new CollectiveScheduler(parts, shape, this, ledger);
        dependenciesLeft = graph.CopyDependencyCounts();
        tensors = options.TrackLocalMemory && graph.Tensors is { } uses ? new TensorLifetimes(uses) : null;
    }

    /// <summary>The figures so far.</summary>
    public NpuStatistics Statistics => statistics;

    /// <summary>The lifetimes of tensors, or null if they are not tracked.</summary>
    public TensorLifetimes? Tensors => tensors;

    /// <summary>The nodes that have started and not ended.</summary>
    public IEnumerable<int> Running => running.Keys;

    /// <summary>The nodes that could start if another one did not hold their slot, with that one.</summary>
    public IEnumerable<(int Node, int HeldBy)> Held =>
        from held in ready.All
        let holder = running.Keys.Where(node => SlotOf(in graph[node]) == held.Slot).DefaultIfEmpty(-1).First()
        where holder >= 0
        select (held.Node, holder);

    /// <summary>How many streams its collectives have had, by the numbers of their groups; -1: those of all NPUs.</summary>
    public IEnumerable<(int Group, long Next)> Streams => scheduler.Streams;

    /// <summary>The collectives that have been issued and not ended.</summary>
    public IEnumerable<RunningCollective> RunningCollectives => scheduler.Running;

    /// <summary>Starts the nodes that wait for nothing.</summary>
    public void Start()
    {
        for (var node = 0; node < graph.Count; node++)
        {
            if (graph.DependencyCount(node) == 0)
            {
                ready.Add(node, SlotOf(in graph[node]));
            }
        }

        Walk();
    }

    /// <summary>A node's work is done.</summary>
    public void EndNode(int node)
    {
        running.Remove(node, out var started);
        Settle(node, started);
        if (isWalking)
        {
            walksAgain = true;
        }
        else
        {
            Walk();
        }
    }

    /// <inheritdoc/>
    public void OnCollectiveEnded(int node) => EndNode(node);

    private static Slot SlotOf(in TraceNode node)
    {
        if (node.Kind == NodeKind.Receive)
        {
            return Slot.None;
        }

        if (node.IsCpuOperation)
        {
            return Slot.Cpu;
        }

        return node.Kind == NodeKind.Compute ? Slot.Compute : Slot.Communication;
    }

    private void Walk()
    {
        isWalking = true;
        do
        {
            walksAgain = false;
            ready.BeginWalk();
            while (ready.TryTake(in slots, out var node))
            {
                StartNode(node);
            }
        }
        while (walksAgain);
        isWalking = false;

        // Without cycles in the graph, nothing is ready, running or in flight exactly when all nodes have ended.
        if (ended == graph.Count)
        {
            onFinished();
        }
    }

    private void StartNode(int index)
    {
        ref readonly var node = ref graph[index];
        slots.Take(SlotOf(in node));
        running.Add(index, parts.Actor.Now);
        statistics.Begin(in node, parts.Actor.Now);
        tensors?.Begin(index, parts.Actor.Now);
        if (parts.Actor.Recorder is { } recorder)
        {
            recorder.Origin = Origin.OfNode(unchecked((long)node.Id));
        }

        if (options.ReplayOnly)
        {
            Last(index, pricing.Recorded(in node));
            return;
        }

        switch (node.Kind)
        {
            case NodeKind.Compute:
                Compute(index);
                break;
            case NodeKind.Collective when node.Collective == CollectiveKind.Broadcast && !options.SimulatesBroadcasts:
                Last(index, pricing.Recorded(in node));
                break;
            case NodeKind.Collective:
                scheduler.Issue(CallOf(index));
                break;
            case NodeKind.Send:
                parts.Messenger.Send(TransferOf(in node), Continuation.NodeEnds(index));
                break;
            case NodeKind.Receive:
                parts.Messenger.Receive(TransferOf(in node), Continuation.NodeEnds(index));
                break;
            case NodeKind.MemoryLoad or NodeKind.MemoryStore:
                remoteMemory.Access(parts, node.Size, index);
                break;
            default:
                EndNode(index);
                break;
        }
    }

    private void Compute(int index)
    {
        ref readonly var node = ref graph[index];
        if (pricing.Price(in node) is { } price)
        {
            statistics.AddCompute(in price);
            Last(index, price.Duration);
        }
        else
        {
            EndNode(index);
        }
    }

    private void Last(int index, SimDuration duration) => parts.Delays.Begin(DelayKind.Node, duration, Continuation.NodeEnds(index));

    private CollectiveCall CallOf(int index)
    {
        ref readonly var node = ref graph[index];
        return new CollectiveCall(
            index,
            node.Id,
            node.Collective,
            options.Scaled(node.Size),
            node.Priority,
            node.Group < 0 ? null : groups[node.Group],
            node.InvolvedDimensions,
            node.Peer);
    }

    private TransferKey TransferOf(in TraceNode node) =>
        new(MessageClass.PointToPoint, node.Peer, node.Tag, options.Scaled(node.Size));

    private void Settle(int index, SimTime started)
    {
        ref readonly var node = ref graph[index];
        statistics.End(in node, started, parts.Actor.Now);
        tensors?.End(index, parts.Actor.Now);
        parts.Actor.Recorder?.AddNode(parts.Npu, index, started, parts.Actor.Now);
        slots.Release(SlotOf(in node));
        ended++;
        foreach (var child in graph.Children(index))
        {
            if (--dependenciesLeft[child] == 0)
            {
                ready.Add(child, SlotOf(in graph[child]));
            }
        }
    }
}
