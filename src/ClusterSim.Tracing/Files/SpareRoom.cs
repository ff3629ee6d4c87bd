namespace ClusterSim.Tracing.Files;

/// <summary>
/// Room on the disk that is kept until it is needed to end files in order, because the disk is full. What did not fit is written
/// into it; then what is small and tells most of the run, as long as enough is left to end all files.
/// </summary>
/// <param name="size">How large it is.</param>
/// <param name="release">Gives it back.</param>
internal sealed class SpareRoom(long size, Action release) : IDisposable
{
    // Some hundred bytes a column and row group.
    private const long BytesToEndFiles = 4 << 20;

    private readonly SemaphoreSlim turns = new(1);
    private int isReleased;
    private IOException? failure;
    private long left = size;

    /// <summary>What the disk had to say when it was full; null: nothing, so far.</summary>
    public IOException? Failure => Volatile.Read(ref failure);

    /// <summary>Waits for the turn to write, so that no two tables find the disk full at once; disposing what it gives ends the turn.</summary>
    public async Task<IDisposable> TakeTurnAsync()
    {
        await turns.WaitAsync().ConfigureAwait(false);
        return new Turn(turns);
    }

    /// <summary>The disk is full: gives the room back.</summary>
    /// <param name="full">What the disk had to say.</param>
    /// <param name="bytes">What did not fit, and now takes of the room.</param>
    public void Release(IOException full, long bytes)
    {
        Interlocked.CompareExchange(ref failure, full, null);
        left -= bytes;
        Release();
    }

    /// <summary>Takes of the room that was given back; to be called in turn.</summary>
    /// <returns>Whether there is enough.</returns>
    public bool TryTake(long bytes)
    {
        if (left - bytes < BytesToEndFiles)
        {
            return false;
        }

        left -= bytes;
        return true;
    }

    /// <summary>Gives it back, if that has not happened.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref isReleased, 1) == 0)
        {
            release();
        }
    }

    /// <summary>Nothing is written any more.</summary>
    public void Dispose() => turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
