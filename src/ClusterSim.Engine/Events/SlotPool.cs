using System.Numerics;

namespace ClusterSim.Engine.Events;

/// <summary>
/// Lends arrays of messages in powers of two. In steady state every array comes back before the next is asked for, so
/// a running calendar allocates nothing.
/// </summary>
internal sealed class SlotPool
{
    private const int SmallestLog = 3;

    private readonly Stack<ScheduledMessage[]>[] free = new Stack<ScheduledMessage[]>[32];

    public SlotPool()
    {
        for (var log = 0; log < free.Length; log++)
        {
            free[log] = new Stack<ScheduledMessage[]>();
        }
    }

    public ScheduledMessage[] Rent() => RentLog(SmallestLog);

    /// <summary>An array of twice the size with the same content, in exchange for the given one.</summary>
    public ScheduledMessage[] Grow(ScheduledMessage[] full)
    {
        var larger = RentLog(BitOperations.Log2((uint)full.Length) + 1);
        full.CopyTo(larger, 0);
        Return(full);
        return larger;
    }

    public void Return(ScheduledMessage[] array) => free[BitOperations.Log2((uint)array.Length)].Push(array);

    private ScheduledMessage[] RentLog(int log) =>
        free[log].TryPop(out var array) ? array : GC.AllocateUninitializedArray<ScheduledMessage>(1 << log);
}
