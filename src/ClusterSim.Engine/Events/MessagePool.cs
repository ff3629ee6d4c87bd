using System.Numerics;

namespace ClusterSim.Engine.Events;

/// <summary>
/// Lends arrays of messages in powers of two up to a block. In steady state every array comes back before the next is asked
/// for, so a running partition allocates nothing.
/// </summary>
internal sealed class MessagePool
{
    /// <summary>The messages of the largest array: 64 KiB, short of what the runtime treats as a large object.</summary>
    public const int BlockSize = 1 << LargestLog;

    private const int SmallestLog = 3;
    private const int LargestLog = 10;

    private readonly Stack<ScheduledMessage[]>[] free = new Stack<ScheduledMessage[]>[LargestLog + 1];

    public MessagePool()
    {
        for (var log = 0; log < free.Length; log++)
        {
            free[log] = new Stack<ScheduledMessage[]>();
        }
    }

    /// <summary>A smallest array.</summary>
    public ScheduledMessage[] Rent() => Rent(SmallestLog);

    /// <summary>A largest array.</summary>
    public ScheduledMessage[] RentBlock() => Rent(LargestLog);

    /// <summary>An array of twice the size with the same content, in exchange for the given one.</summary>
    public ScheduledMessage[] Grow(ScheduledMessage[] full)
    {
        var larger = Rent(BitOperations.Log2((uint)full.Length) + 1);
        full.CopyTo(larger, 0);
        Return(full);
        return larger;
    }

    public void Return(ScheduledMessage[] array) => free[BitOperations.Log2((uint)array.Length)].Push(array);

    private ScheduledMessage[] Rent(int log) =>
        free[log].TryPop(out var array) ? array : GC.AllocateUninitializedArray<ScheduledMessage>(1 << log);
}
