namespace ClusterSim.Engine.Events;

/// <summary>
/// Lends storage for messages in powers of two. In steady state every block comes back before the next is asked for, so a
/// running partition allocates nothing.
/// </summary>
internal sealed class MessagePool
{
    /// <summary>The messages of the largest block, 16 KiB: small enough that busy instants leave blocks which others can use.</summary>
    public const int LargestBlock = 1 << LargestLog;

    private const int SmallestLog = 3;
    private const int LargestLog = 8;

    // The first free block of each size; the others hang behind it.
    private readonly MessageBlock?[] free = new MessageBlock?[LargestLog + 1];

    /// <summary>A block of the smallest size.</summary>
    public MessageBlock Rent() => Rent(SmallestLog);

    /// <summary>A block of twice the size of another, up to the largest.</summary>
    public MessageBlock RentBehind(MessageBlock full) => Rent(Math.Min(LargestLog, full.Log + 1));

    /// <summary>Takes a chain of blocks back.</summary>
    public void Return(MessageBlock? chain)
    {
        while (chain is not null)
        {
            var next = chain.Next;
            ref var sameSize = ref free[chain.Log];
            chain.Next = sameSize;
            sameSize = chain;
            chain = next;
        }
    }

    private MessageBlock Rent(int log)
    {
        if (free[log] is not { } block)
        {
            return new MessageBlock(log);
        }

        free[log] = block.Next;
        block.Next = null;
        return block;
    }
}
