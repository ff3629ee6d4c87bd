namespace ClusterSim.Engine.Recording;

/// <summary>Storage for recorded messages, which is lent and given back.</summary>
public sealed class RecordBlock
{
    /// <summary>How many messages it has room for: some hundred KiB.</summary>
    public const int Capacity = 1 << 12;

    /// <summary>The messages; what lies behind <see cref="Count"/> is anything.</summary>
    public RecordedMessage[] Messages { get; } = GC.AllocateUninitializedArray<RecordedMessage>(Capacity);

    /// <summary>How many it holds.</summary>
    public int Count { get; set; }
}
