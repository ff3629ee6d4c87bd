using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ClusterSim.Engine.Actors;

/// <summary>
/// Tells the processor which memory is needed soon. Thousands of actors do not fit its caches, but a partition knows who
/// comes next. A hint only: where the processor takes none, nothing happens.
/// </summary>
public static class Prefetch
{
    private const int LineBytes = 64;

    /// <summary>Fetches the first lines of an object, and with them what was allocated right behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Lines(object? target, int lines)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // A reference is the object's address. It may move meanwhile; a hint at a wrong address does no harm.
        var address = *(byte**)Unsafe.AsPointer(ref target);
        for (var line = 0; line < lines; line++)
        {
            Sse.Prefetch0(address + line * LineBytes);
        }
    }

    /// <summary>Fetches the lines of one item of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line<T>(ref readonly T item)
    {
        if (Sse.IsSupported)
        {
            var address = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in item));
            Sse.Prefetch0(address);
            Sse.Prefetch0(address + LineBytes);
        }
    }
}
