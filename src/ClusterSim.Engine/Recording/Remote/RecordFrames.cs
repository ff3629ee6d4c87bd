using ClusterSim.Engine.Recording.Remote.Wire;

namespace ClusterSim.Engine.Recording.Remote;

/// <summary>Writes what a partition hands over in frames, each made when it is asked for.</summary>
internal static class RecordFrames
{
    /// <summary>The rows of a frame. None takes more than 128 bytes, most take 30, so that a frame stays below 64 KiB.</summary>
    public const int RowsAFrame = 456;

    /// <summary>The parts of a batch, in order; their numbers and their round are not set.</summary>
    public static IEnumerable<RecordFrame> Of(int partition, RecordBatch batch)
    {
        foreach (var block in batch.Messages)
        {
            for (var first = 0; first < block.Count; first += RowsAFrame)
            {
                var rows = block.Messages.AsSpan(first, Math.Min(RowsAFrame, block.Count - first));
                yield return new RecordFrame { Partition = partition, Messages = MessageRecordsCodec.Encode(rows) };
            }
        }

        foreach (var nodes in batch.Nodes.Chunk(RowsAFrame))
        {
            yield return new RecordFrame { Partition = partition, Nodes = NodeRecordsCodec.Encode(nodes) };
        }

        yield return new RecordFrame { Partition = partition, IsLastPart = true, CompleteBefore = batch.CompleteBefore };
    }
}
