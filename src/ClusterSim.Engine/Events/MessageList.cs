using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>
/// A list of messages in storage from a pool. A short one is one array that doubles; a long one goes on in blocks, so that a
/// hundred thousand messages at one instant take the memory of so many and leave none behind.
/// </summary>
internal struct MessageList
{
    private ScheduledMessage[]? last;
    private int lastCount;
    private List<ScheduledMessage[]>? full;

    public readonly int Count => lastCount + (full is null ? 0 : full.Count * MessagePool.BlockSize);

    /// <summary>How many spans hold the messages.</summary>
    public readonly int SpanCount => (last is null ? 0 : 1) + (full is null ? 0 : full.Count);

    /// <summary>A part of the messages, in the order in which they were added.</summary>
    public readonly ReadOnlySpan<ScheduledMessage> Span(int number) =>
        full is not null && number < full.Count ? full[number] : last.AsSpan(0, lastCount);

    /// <summary>Writes all messages, one behind the other.</summary>
    public readonly void CopyTo(Span<ScheduledMessage> target)
    {
        for (var number = 0; number < SpanCount; number++)
        {
            var span = Span(number);
            span.CopyTo(target);
            target = target[span.Length..];
        }
    }

    /// <summary>A place at the end for the caller to fill.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScheduledMessage Add(MessagePool pool)
    {
        if (last is null || lastCount == last.Length)
        {
            MakeRoom(pool);
        }

        return ref last![lastCount++];
    }

    /// <summary>Gives the storage back; the list is empty then.</summary>
    public void ReturnTo(MessagePool pool)
    {
        if (last is not null)
        {
            pool.Return(last);
        }

        full?.ForEach(pool.Return);
        this = default;
    }

    private void MakeRoom(MessagePool pool)
    {
        if (last is null)
        {
            last = pool.Rent();
        }
        else if (last.Length < MessagePool.BlockSize)
        {
            last = pool.Grow(last);
        }
        else
        {
            (full ??= []).Add(last);
            last = pool.RentBlock();
            lastCount = 0;
        }
    }
}
