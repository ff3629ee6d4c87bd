using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;
using Parquet;

namespace ClusterSim.Tracing.Messages;

/// <summary>The rows of one row group, column by column.</summary>
internal sealed class MessageColumns
{
    /// <summary>How many rows a group has: 13 MiB before they are packed.</summary>
    public const int Capacity = 1 << 17;

    private readonly long[] ids = new long[Capacity];
    private readonly long[] causes = new long[Capacity];
    private readonly long[] sent = new long[Capacity];
    private readonly long[] delivered = new long[Capacity];
    private readonly long[] bytes = new long[Capacity];
    private readonly long[] tags = new long[Capacity];
    private readonly long[] nodes = new long[Capacity];
    private readonly long[] collectives = new long[Capacity];
    private readonly long[] streams = new long[Capacity];
    private readonly int[] from = new int[Capacity];
    private readonly int[] to = new int[Capacity];
    private readonly int[] kinds = new int[Capacity];
    private readonly int[] classes = new int[Capacity];
    private readonly int[] sources = new int[Capacity];
    private readonly int[] destinations = new int[Capacity];
    private readonly int[] phases = new int[Capacity];
    private readonly int[] steps = new int[Capacity];

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public void Add(in RecordedMessage message, in Origin origin)
    {
        var row = Count++;
        ids[row] = unchecked((long)message.Id);
        causes[row] = unchecked((long)message.Cause);
        sent[row] = message.SentAt;
        delivered[row] = message.DeliveredAt;
        from[row] = message.Sender;
        to[row] = message.Target;
        kinds[row] = (int)message.Message.Kind;
        classes[row] = message.Message.Kind == MessageKind.DelaysEnd ? (int)message.Delay : (int)message.Message.Class;
        sources[row] = message.Message.Source;
        destinations[row] = message.Message.Destination;
        bytes[row] = message.Message.Size.Bytes;
        tags[row] = message.Message.Tag;
        nodes[row] = origin.Node;
        collectives[row] = origin.Collective;
        streams[row] = origin.Stream;
        phases[row] = origin.Phase;
        steps[row] = origin.Step;
    }

    /// <summary>Forgets the rows.</summary>
    public void Clear() => Count = 0;

    /// <summary>Writes the rows.</summary>
    public async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await group.WriteAsync<long>(MessageSchema.Id, ids.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<long>(MessageSchema.Cause, causes.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<long>(MessageSchema.Sent, sent.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<long>(MessageSchema.Delivered, delivered.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<int>(MessageSchema.From, from.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<int>(MessageSchema.To, to.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<int>(MessageSchema.Kind, kinds.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<int>(MessageSchema.Class, classes.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<int>(MessageSchema.Source, sources.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<int>(MessageSchema.Destination, destinations.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<long>(MessageSchema.Bytes, bytes.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<long>(MessageSchema.Tag, tags.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<long>(MessageSchema.Node, nodes.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<long>(MessageSchema.Collective, collectives.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<long>(MessageSchema.Stream, streams.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<int>(MessageSchema.Phase, phases.AsMemory(0, Count)).ConfigureAwait(false);
        await group.WriteAsync<int>(MessageSchema.Step, steps.AsMemory(0, Count)).ConfigureAwait(false);
    }
}
