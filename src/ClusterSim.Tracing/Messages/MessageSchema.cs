using Parquet.Schema;

namespace ClusterSim.Tracing.Messages;

/// <summary>The columns of <c>messages.parquet</c>, in their order; what they mean stands in the project's README.</summary>
public static class MessageSchema
{
    public static DataField<long> Id { get; } = new("id");

    public static DataField<long> Cause { get; } = new("cause");

    public static DataField<long> Sent { get; } = new("sent_ns");

    public static DataField<long> Delivered { get; } = new("delivered_ns");

    public static DataField<int> From { get; } = new("from_actor");

    public static DataField<int> To { get; } = new("to_actor");

    public static DataField<int> Kind { get; } = new("kind");

    public static DataField<int> Class { get; } = new("class");

    public static DataField<int> Source { get; } = new("source_npu");

    public static DataField<int> Destination { get; } = new("destination_npu");

    public static DataField<long> Bytes { get; } = new("bytes");

    public static DataField<long> Tag { get; } = new("tag");

    public static DataField<long> Node { get; } = new("node");

    public static DataField<long> Collective { get; } = new("collective");

    public static DataField<long> Stream { get; } = new("stream");

    public static DataField<int> Phase { get; } = new("phase");

    public static DataField<int> Step { get; } = new("step");

    public static DataField[] All { get; } =
    [
        Id, Cause, Sent, Delivered, From, To, Kind, Class, Source, Destination, Bytes, Tag, Node, Collective, Stream, Phase, Step,
    ];

    /// <summary>Those that are wide and near what they were a few rows before.</summary>
    public static DataField[] Growing { get; } = [Id, Cause, Sent, Delivered];
}
