using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Recording;

/// <summary>
/// The last messages of others that an NPU handled, always kept, for what is told when a simulation fails. By NPU and not by partition: one
/// that is stuck may have handled its last message long before the others ended, and what an NPU handles is the same on every
/// engine. A struct, so that it costs its actor one other object.
/// </summary>
internal struct MessageRing
{
    /// <summary>How many it keeps: a power of two. Each line of cache that all NPUs touch in turn is felt.</summary>
    public const int Capacity = 4;

    private HandledMessage[]? kept;
    private ulong count;

    /// <summary>Whether it keeps any.</summary>
    public readonly bool IsOn => kept is not null;

    /// <summary>How many messages it was given.</summary>
    public readonly long Count => (long)count;

    /// <summary>Begins to keep messages.</summary>
    public void TurnOn() => kept = new HandledMessage[Capacity];

    /// <summary>Keeps a message in the place of the oldest; only where it is on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in ScheduledMessage handled) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(kept!), (nuint)(count++ & (Capacity - 1))).Set(in handled);

    /// <summary>The messages, the oldest first.</summary>
    /// <param name="npu">Whose they are.</param>
    public readonly ScheduledMessage[] Read(int npu)
    {
        var messages = new ScheduledMessage[(int)Math.Min(count, Capacity)];
        for (var place = 0; place < messages.Length; place++)
        {
            messages[place] = kept![(count - (ulong)(messages.Length - place)) & (Capacity - 1)].Read(npu);
        }

        return messages;
    }
}
