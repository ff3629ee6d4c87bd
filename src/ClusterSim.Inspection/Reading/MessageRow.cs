using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Inspection.Reading;

/// <summary>A row of <c>messages.parquet</c>; its columns are described in ClusterSim.Tracing.</summary>
public readonly record struct MessageRow
{
    /// <summary>Stands for the cause of what nothing led to.</summary>
    public const long NoCause = -1;

    public long Id { get; init; }

    public long Cause { get; init; }

    public long SentNs { get; init; }

    public long DeliveredNs { get; init; }

    public int From { get; init; }

    public int To { get; init; }

    public MessageKind Kind { get; init; }

    /// <summary>The number in the column <c>class</c>.</summary>
    public int Class { get; init; }

    public int Source { get; init; }

    public int Destination { get; init; }

    public long Bytes { get; init; }

    public long Tag { get; init; }

    public long Node { get; init; }

    public long Collective { get; init; }

    public long Stream { get; init; }

    public int Phase { get; init; }

    public int Step { get; init; }

    /// <summary>What an NPU spent its delay on; of <see cref="MessageKind.DelaysEnd"/> only.</summary>
    public DelayKind Delay => (DelayKind)Class;

    public long DurationNs => DeliveredNs - SentNs;

    /// <summary>Whether it is another hop of the same chunk.</summary>
    public bool IsSameChunk(in MessageRow other) =>
        Kind == MessageKind.Chunk && other.Kind == MessageKind.Chunk
        && Source == other.Source && Destination == other.Destination && Tag == other.Tag && Bytes == other.Bytes && Class == other.Class;
}
