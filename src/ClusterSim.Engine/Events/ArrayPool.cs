using System.Numerics;

namespace ClusterSim.Engine.Events;

/// <summary>
/// Lends the arrays in which sites keep many messages, in powers of two. A burst passes from site to site, and its storage
/// with it, so that it is neither allocated nor brought into the processor's caches for each site anew.
/// </summary>
internal sealed class ArrayPool
{
    private readonly List<ScheduledMessage[]>?[] free = new List<ScheduledMessage[]>?[32];
    private readonly List<ScheduledMessage[]> returned = [];

    /// <summary>An array of a length that is a power of two; its content is anything.</summary>
    public ScheduledMessage[] Rent(int length)
    {
        if (free[BitOperations.Log2((uint)length)] is not { Count: > 0 } sameLength)
        {
            return GC.AllocateUninitializedArray<ScheduledMessage>(length);
        }

        var array = sameLength[^1];
        sameLength.RemoveAt(sameLength.Count - 1);
        return array;
    }

    /// <summary>Takes an array back. It is lent again only after <see cref="Settle"/>, since a message in it may still be read.</summary>
    public void Return(ScheduledMessage[] array) => returned.Add(array);

    /// <summary>No message in an array that was returned is read any more.</summary>
    public void Settle()
    {
        // Asked after every site, and nearly always there is nothing.
        if (returned.Count > 0)
        {
            TakeReturned();
        }
    }

    private void TakeReturned()
    {
        foreach (var array in returned)
        {
            (free[BitOperations.Log2((uint)array.Length)] ??= []).Add(array);
        }

        returned.Clear();
    }
}
