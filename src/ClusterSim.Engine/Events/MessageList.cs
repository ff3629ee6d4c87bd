using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>
/// A list of messages in blocks from a pool, each twice as large as the one before: adding never moves what is there, and a
/// hundred thousand messages at one instant take little more memory than they need.
/// </summary>
internal struct MessageList
{
    private MessageBlock? first;
    private MessageBlock? last;
    private ScheduledMessage[]? lastStorage;
    private int lastCount;

    /// <summary>The blocks that hold the messages, in the order in which they were added.</summary>
    public readonly MessageBlock? Blocks
    {
        get
        {
            if (last is not null)
            {
                last.Count = lastCount;
            }

            return first;
        }
    }

    public readonly int Count
    {
        get
        {
            var count = 0;
            for (var block = Blocks; block is not null; block = block.Next)
            {
                count += block.Count;
            }

            return count;
        }
    }

    /// <summary>Writes all messages, one behind the other.</summary>
    public readonly void CopyTo(Span<ScheduledMessage> target)
    {
        for (var block = Blocks; block is not null; block = block.Next)
        {
            block.Messages.CopyTo(target);
            target = target[block.Count..];
        }
    }

    /// <summary>A place at the end for the caller to fill.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScheduledMessage Add(MessagePool pool)
    {
        if (lastStorage is null || lastCount == lastStorage.Length)
        {
            MakeRoom(pool);
        }

        return ref lastStorage![lastCount++];
    }

    /// <summary>Gives the storage back; the list is empty then.</summary>
    public void ReturnTo(MessagePool pool)
    {
        pool.Return(first);
        this = default;
    }

    private void MakeRoom(MessagePool pool)
    {
        if (last is null)
        {
            first = last = pool.Rent();
        }
        else
        {
            last.Count = lastCount;
            last.Next = pool.RentBehind(last);
            last = last.Next;
        }

        lastStorage = last.Storage;
        lastCount = 0;
    }
}
