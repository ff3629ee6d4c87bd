using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Engine.Recording;

/// <summary>
/// Records what happens in one partition: messages when they are sent, since all is known of them then, and nodes of traces
/// when they end. Used by the thread that runs the partition.
/// </summary>
public sealed class RunRecorder
{
    // So many messages are handed over at once: few enough to stay in a processor's cache until they are in order.
    private const int MessagesOfBatch = 1 << 14;

    private readonly IRecordSink sink;
    private readonly int partition;
    private readonly bool isInOrder;
    private List<RecordBlock> full = [];
    private List<RecordedNode> nodes = [];
    private RecordBlock block;
    private int count;
    private int round;

    /// <param name="sink">Takes what was recorded.</param>
    /// <param name="partition">The partition's number.</param>
    /// <param name="isInOrder">
    /// Whether the partition has one site, which handles all messages in order of time. It has one window, so that nothing
    /// would be handed over before the end.
    /// </param>
    internal RunRecorder(IRecordSink sink, int partition, bool isInOrder)
    {
        this.sink = sink;
        this.partition = partition;
        this.isInOrder = isInOrder;
        block = sink.Rent();
    }

    /// <summary>
    /// What the messages belong to that are sent from now on. NPUs set it before they send anything that belongs to something; it
    /// is of no account for other actors, whose messages belong to what those belong to that led to them.
    /// </summary>
    public Origin Origin { get; set; } = Origin.Unknown;

    /// <summary>What the delay is that an NPU begins. Set by it before it sends itself the message that ends it.</summary>
    public DelayKind Delay { get; set; }

    /// <summary>A node of a trace has ended.</summary>
    public void AddNode(int npu, int node, SimTime started, SimTime ended) => nodes.Add(new RecordedNode(npu, node, started.Ns, ended.Ns));

    internal void Add(ulong id, ulong cause, int sentInRound, long sentAt, long deliveredAt, int target, in Message message)
    {
        if (count == RecordBlock.Capacity)
        {
            TakeNextBlock(sentAt);
        }

        ref var recorded = ref block.Messages[count++];
        recorded.Id = id;
        recorded.Cause = cause;
        recorded.SentAt = sentAt;
        recorded.DeliveredAt = deliveredAt;
        recorded.Target = target;
        recorded.Round = sentInRound;
        recorded.Message = message;
        recorded.Origin = Origin;
        recorded.Delay = Delay;
    }

    /// <summary>A window begins: all that happened before is recorded.</summary>
    internal void BeginWindow(long start)
    {
        if (full.Count * RecordBlock.Capacity >= MessagesOfBatch || sink.Round != round)
        {
            HandOver(start);
        }
    }

    /// <summary>Nothing happens any more.</summary>
    internal void End() => HandOver(long.MaxValue);

    private void TakeNextBlock(long now)
    {
        FinishBlock();
        if (isInOrder && full.Count * RecordBlock.Capacity >= MessagesOfBatch)
        {
            HandOver(now);
        }
    }

    private void HandOver(long completeBefore)
    {
        FinishBlock();
        round = sink.Take(partition, new RecordBatch(full, nodes, completeBefore));
        full = [];
        nodes = [];
    }

    private void FinishBlock()
    {
        if (count > 0)
        {
            block.Count = count;
            full.Add(block);
            block = sink.Rent();
            count = 0;
        }
    }
}
