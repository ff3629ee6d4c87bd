namespace ClusterSim.Sweeps.Running;

/// <summary>The slots of a process that one worker has. All go back when it ends, whatever still runs in them. Safe to use from several threads.</summary>
internal sealed class WorkerSlots(SlotPool pool)
{
    private readonly Lock gate = new();
    private int held;
    private bool isClosed;

    /// <summary>Whether somebody else waits for a slot.</summary>
    public bool AreWaitedFor => pool.IsWaitedFor;

    /// <summary>Waits for a slot.</summary>
    /// <returns>Whether the worker has it; not so: it has ended meanwhile.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellation)
    {
        await pool.TakeAsync(cancellation).ConfigureAwait(false);
        lock (gate)
        {
            if (!isClosed)
            {
                held++;
                return true;
            }
        }

        pool.Release();
        return false;
    }

    /// <summary>Gives one back.</summary>
    public void Release()
    {
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            held--;
        }

        pool.Release();
    }

    /// <summary>Gives all back; the worker has ended.</summary>
    public void Close()
    {
        int left;
        lock (gate)
        {
            left = isClosed ? 0 : held;
            isClosed = true;
        }

        for (var slot = 0; slot < left; slot++)
        {
            pool.Release();
        }
    }
}
