using System.Runtime.CompilerServices;
using ClusterSim.Core.Units;

namespace ClusterSim.Network.CongestionAware;

/// <summary>
/// One direction of a cable: a first-in first-out server. It needs no event when it becomes free, only the time.
/// </summary>
internal struct Link
{
    private SimTime freeAt;

    /// <summary>Chunks that crossed it.</summary>
    public long Chunks { get; private set; }

    /// <summary>Data that crossed it.</summary>
    public ByteSize Carried { get; private set; }

    /// <summary>Time in which it was sending.</summary>
    public SimDuration Busy { get; private set; }

    /// <summary>Time that chunks waited for it, together.</summary>
    public SimDuration Queued { get; private set; }

    /// <summary>Whether it sends at a time, or has accepted what it sends later. May be asked by another thread.</summary>
    public readonly bool IsInUse(SimTime time) => freeAt > time;

    /// <summary>
    /// Takes a chunk that is complete at this end: it waits for those before it, leaves, and arrives at the far end.
    /// </summary>
    /// <returns>How long from now until it has arrived in full.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SimDuration Accept(SimTime now, in Transfer transfer)
    {
        var start = SimTime.Max(now, freeAt);
        var queued = start - now;
        freeAt = start + transfer.Busy;
        Chunks++;
        Carried += transfer.Size;
        Busy += transfer.Busy;
        Queued += queued;
        return queued + transfer.Duration;
    }
}
