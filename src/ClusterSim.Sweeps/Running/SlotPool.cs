using System.Threading.Channels;

namespace ClusterSim.Sweeps.Running;

/// <summary>How many points a process runs at once, whichever sweeps they are of. Who waits first is served first.</summary>
internal sealed class SlotPool
{
    private readonly Channel<bool> free = Channel.CreateUnbounded<bool>();
    private int waiting;

    public SlotPool(int slots)
    {
        Slots = slots;
        for (var slot = 0; slot < slots; slot++)
        {
            Release();
        }
    }

    /// <summary>How many points run at once.</summary>
    public int Slots { get; }

    /// <summary>Whether somebody waits for a slot, so that who has one should give it back.</summary>
    public bool IsWaitedFor => Volatile.Read(ref waiting) > 0;

    /// <summary>Waits for a slot; <see cref="Release"/> gives it back.</summary>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        if (free.Reader.TryRead(out _))
        {
            return;
        }

        Interlocked.Increment(ref waiting);
        try
        {
            await free.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Release() => free.Writer.TryWrite(true);
}
