namespace ClusterSim.Engine.Events;

/// <summary>A piece of storage for messages, in a chain of such pieces or in the pool.</summary>
internal sealed class MessageBlock(int log)
{
    /// <summary>Binary logarithm of how many messages it has room for.</summary>
    public int Log => log;

    public ScheduledMessage[] Storage { get; } = GC.AllocateUninitializedArray<ScheduledMessage>(1 << log);

    /// <summary>How many messages it holds.</summary>
    public int Count { get; set; }

    /// <summary>The piece behind it.</summary>
    public MessageBlock? Next { get; set; }

    public ReadOnlySpan<ScheduledMessage> Messages => Storage.AsSpan(0, Count);
}
