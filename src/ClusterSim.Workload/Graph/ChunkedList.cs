using System.Numerics;
using System.Runtime.CompilerServices;

namespace ClusterSim.Workload.Graph;

/// <summary>
/// A list that only grows, in pieces: growing never holds the old and the new array at once, which would double the
/// memory of a trace with millions of nodes.
/// </summary>
internal sealed class ChunkedList<T>
{
    // Pieces of a megabyte are large objects, which the collector never copies.
    private const int ChunkBytes = 1 << 20;
    private const int SmallestChunk = 16;
    private const long BytesWorthCollecting = 32 << 20;

    private static readonly int ChunkBits = BitOperations.Log2((uint)(ChunkBytes / Unsafe.SizeOf<T>()));
    private static readonly int ChunkSize = 1 << ChunkBits;

    private readonly List<T[]> chunks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    public void Add(T item)
    {
        Free()[0] = item;
        Count++;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        while (!items.IsEmpty)
        {
            var free = Free();
            var part = items[..Math.Min(items.Length, free.Length)];
            part.CopyTo(free);
            items = items[part.Length..];
            Count += part.Length;
        }
    }

    /// <summary>Copies a stretch of the list, which may lie in several pieces.</summary>
    public void CopyTo(int start, Span<T> target)
    {
        while (!target.IsEmpty)
        {
            var chunk = chunks[start >> ChunkBits].AsSpan(start & (ChunkSize - 1));
            var part = chunk[..Math.Min(chunk.Length, target.Length)];
            part.CopyTo(target);
            target = target[part.Length..];
            start += part.Length;
        }
    }

    /// <summary>
    /// Moves the list into one array, giving each piece back as soon as it is copied, so that the list is never held twice.
    /// The list is empty afterwards.
    /// </summary>
    public T[] MoveToArray()
    {
        var array = new T[Count];
        for (var chunk = 0; chunk < chunks.Count; chunk++)
        {
            var target = array.AsSpan(chunk << ChunkBits);
            chunks[chunk].AsSpan(0, Math.Min(chunks[chunk].Length, target.Length)).CopyTo(target);
            chunks[chunk] = [];
        }

        var isLarge = (long)array.Length * Unsafe.SizeOf<T>() > BytesWorthCollecting;
        Clear();
        if (isLarge)
        {
            // The pieces are hundreds of megabytes that the collector, on a large machine, would let lie for long.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        return array;
    }

    /// <summary>Gives back what the last piece has free. Nothing may be added afterwards.</summary>
    public void Trim()
    {
        if (Count > 0)
        {
            var last = chunks[^1];
            Array.Resize(ref last, ((Count - 1) & (ChunkSize - 1)) + 1);
            chunks[^1] = last;
        }
    }

    /// <summary>Gives the memory back. The list is empty afterwards.</summary>
    public void Clear()
    {
        chunks.Clear();
        Count = 0;
    }

    // What is free in the last chunk, at least one place.
    private Span<T> Free()
    {
        var place = Count & (ChunkSize - 1);
        if (place == 0)
        {
            // Small lists stay small: only the first chunk grows by copying.
            chunks.Add(new T[chunks.Count == 0 ? SmallestChunk : ChunkSize]);
        }
        else if (place == chunks[^1].Length)
        {
            var grown = chunks[^1];
            Array.Resize(ref grown, grown.Length * 2);
            chunks[^1] = grown;
        }

        return chunks[^1].AsSpan(place);
    }
}
