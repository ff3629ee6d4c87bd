using System.Runtime.CompilerServices;
using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Messaging;

/// <summary>What waits under one key, on either side: 32 bytes, half a line of cache.</summary>
internal struct MatchEntry
{
    /// <summary>What follows for the first receive that waits.</summary>
    public Continuation FirstWaiter;

    /// <summary>Chunks that arrived more than were asked for; negative: the receives that wait.</summary>
    public int Surplus;

    private const int ClassBits = 2;

    private long tag;
    private long size;

    // Peer and class, counted from 1, so that a free entry is all zeroes.
    private int ends;

    public readonly bool IsUsed => ends != 0;

    public readonly TransferKey Key =>
        new((MessageClass)((ends - 1) & ((1 << ClassBits) - 1)), (ends - 1) >> ClassBits, tag, new ByteSize(size));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Is(in TransferKey key) => ends == EndsOf(in key) && tag == key.Tag && size == key.Size.Bytes;

    /// <summary>Takes a free entry for a key.</summary>
    public void Use(in TransferKey key)
    {
        tag = key.Tag;
        size = key.Size.Bytes;
        ends = EndsOf(in key);
        Surplus = 0;
    }

    /// <summary>Frees the entry.</summary>
    public void Free() => ends = 0;

    private static int EndsOf(in TransferKey key) => ((key.Peer << ClassBits) | (int)key.Class) + 1;
}
