using ClusterSim.Engine.Recording.Remote.Wire;

namespace ClusterSim.Engine.Recording.Remote;

/// <summary>Puts together what a partition on another node hands over in parts.</summary>
/// <param name="sink">Lends storage.</param>
/// <param name="actorCount">The actors of the simulation, for checks.</param>
internal sealed class RecordInbox(IRecordSink sink, int actorCount)
{
    private List<RecordBlock> blocks = [];
    private List<RecordedNode> nodes = [];
    private long number;

    /// <summary>Whether the partition has handed over all.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Takes in a part.</summary>
    /// <returns>The batch, if it was its last part; else null.</returns>
    /// <exception cref="InvalidDataException">It is not the one that follows, or holds what cannot be.</exception>
    public RecordBatch? Take(RecordFrame frame)
    {
        if (frame.Number != number)
        {
            throw new InvalidDataException(
                $"Frame {frame.Number} of what partition {frame.Partition} recorded came, and frame {number} was expected: the connection between the nodes lost a message.");
        }

        number++;
        Append(frame);
        return frame.IsLastPart ? End(frame.CompleteBefore) : null;
    }

    private void Append(RecordFrame frame)
    {
        if (frame.Messages is { } messages)
        {
            Append(messages);
        }

        if (frame.Nodes is { } ended)
        {
            nodes.AddRange(NodeRecordsCodec.Decode(ended));
        }
    }

    private void Append(MessageRecords columns)
    {
        var before = default(RecordedMessage);
        var count = MessageRecordsCodec.CountOf(columns);
        for (var place = 0; place < count; place++)
        {
            MessageRecordsCodec.Decode(columns, place, in before, out var recorded);
            Check(in recorded);
            ref var row = ref NextRow();
            row = recorded;
            before = recorded;
        }
    }

    private ref RecordedMessage NextRow()
    {
        if (blocks is [] || blocks[^1].Count == RecordBlock.Capacity)
        {
            blocks.Add(sink.Rent());
            blocks[^1].Count = 0;
        }

        var block = blocks[^1];
        return ref block.Messages[block.Count++];
    }

    private void Check(in RecordedMessage recorded)
    {
        if (recorded.Sender >= actorCount || recorded.Target < 0 || recorded.Target >= actorCount)
        {
            throw new InvalidDataException(
                $"A message from actor {recorded.Sender} to {recorded.Target} was recorded, and there are {actorCount}.");
        }

        if (recorded.SentAt < 0 || recorded.DeliveredAt < recorded.SentAt || recorded.Round < -1)
        {
            throw new InvalidDataException($"A message was recorded that was sent at {recorded.SentAt} ns and delivered at {recorded.DeliveredAt} ns.");
        }
    }

    private RecordBatch End(long completeBefore)
    {
        var batch = new RecordBatch(blocks, nodes, completeBefore);
        IsComplete = completeBefore == long.MaxValue;
        blocks = [];
        nodes = [];
        return batch;
    }
}
