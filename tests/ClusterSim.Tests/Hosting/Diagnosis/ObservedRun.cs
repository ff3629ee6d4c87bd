using ClusterSim.Collectives.Results;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Messages;
using ClusterSim.Engine;
using ClusterSim.Engine.Recording;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Workload.Graph;
using Xunit;

namespace ClusterSim.Tests.Hosting.Diagnosis;

/// <summary>
/// A run of which every message and every node that ended was recorded: a witness of what NPUs did that shares nothing with what
/// is told of a run that is stuck.
/// </summary>
internal sealed class ObservedRun : IRecordSink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly SimulationEngine Engine = new();

    private readonly Experiment experiment;
    private readonly List<RecordedMessage> messages = [];
    private readonly HashSet<(int Npu, int Node)> ended = [];

    private ObservedRun(Experiment experiment)
    {
        this.experiment = experiment;
    }

    public int Round => 0;

    public bool IsWaitedFor => false;

    public static async Task<ObservedRun> OfAsync(Experiment experiment)
    {
        var run = new ObservedRun(experiment);
        var plan = ExperimentPlan.Of(experiment, new CollectiveLedger());
        await Engine.RunAsync(plan, 1, Transport.Fast, Patience, run, null, TestContext.Current.CancellationToken);
        return run;
    }

    public void Begin(int partitions)
    {
    }

    public RecordBlock Rent() => new();

    public int Take(int partition, RecordBatch batch)
    {
        foreach (var block in batch.Messages)
        {
            messages.AddRange(block.Messages.AsSpan(0, block.Count));
        }

        ended.UnionWith(batch.Nodes.Select(node => (node.Npu, node.Node)));
        return 0;
    }

    /// <summary>Whether an NPU has ended all of its nodes.</summary>
    public bool HasFinished(int npu) => Enumerable.Range(0, GraphOf(npu).Count).All(node => HasEnded(npu, node));

    public bool HasEnded(int npu, int node) => ended.Contains((npu, node));

    /// <summary>Whether all that a node waits for in its trace has ended.</summary>
    public bool CouldStart(int npu, int node) =>
        Enumerable.Range(0, GraphOf(npu).Count).All(before => !GraphOf(npu).Children(before).Contains(node) || HasEnded(npu, before));

    public int IndexOf(int npu, ulong id) => Enumerable.Range(0, GraphOf(npu).Count).Single(node => GraphOf(npu)[node].Id == id);

    public ExecutionGraph GraphOf(int npu) => experiment.Workload.Graphs[npu];

    /// <summary>How many chunks of a trace's sends an NPU has sent to another.</summary>
    public int Sent(int from, int to, MessageClass of, long tag, long? bytes = null) => messages.Count(message =>
        message.Message.Kind == MessageKind.Chunk && message.Sender == from && message.Message.Source == from && message.Message.Destination == to
        && message.Message.Class == of && message.Message.Tag == tag && (bytes is null || message.Message.Size.Bytes == bytes));

    /// <summary>What the ranks of the collective that an NPU calls with a node know it by; null: the NPU has sent nothing for it.</summary>
    public long? CollectiveOf(int npu, ulong node) => messages
        .Where(message => message.Sender == npu && message.Origin.Collective != Origin.None && message.Origin.Node == (long)node)
        .Select(message => (long?)message.Origin.Collective)
        .FirstOrDefault();

    /// <summary>Whether an NPU has sent anything for a collective.</summary>
    public bool HasSentFor(int npu, long collective) =>
        messages.Exists(message => message.Sender == npu && message.Origin.Collective == collective);

    /// <summary>Whether an NPU has ended the collective that another one waits in, and has called it as the other did.</summary>
    public bool HasEndedSame(int npu, long collective, int other, int node) => messages
        .Where(message => message.Sender == npu && message.Origin.Collective == collective)
        .Select(message => IndexOf(npu, (ulong)message.Origin.Node))
        .Distinct()
        .Any(own => HasEnded(npu, own) && CallOf(npu, own) == CallOf(other, node));

    /// <summary>Whether another collective of an NPU could start and has not ended.</summary>
    public bool OthersAreOpen(int npu, int node) => Enumerable.Range(0, GraphOf(npu).Count).Any(other =>
        other != node && GraphOf(npu)[other].Kind == NodeKind.Collective && CouldStart(npu, other) && !HasEnded(npu, other));

    private (CollectiveKind Kind, long Bytes, uint Dimensions, string Group) CallOf(int npu, int node)
    {
        var called = GraphOf(npu)[node];
        return (called.Collective, called.Size.Bytes, called.InvolvedDimensions, called.Group < 0 ? "" : GraphOf(npu).GroupNames[called.Group]);
    }

    /// <summary>How many nodes of a kind between two NPUs have ended on the first of them.</summary>
    public int Ended(int npu, NodeKind kind, int peer, long tag, long? bytes = null) => Enumerable.Range(0, GraphOf(npu).Count).Count(index =>
        GraphOf(npu)[index].Kind == kind && GraphOf(npu)[index].Peer == peer && GraphOf(npu)[index].Tag == tag
        && (bytes is null || GraphOf(npu)[index].Size.Bytes == bytes) && HasEnded(npu, index));
}
