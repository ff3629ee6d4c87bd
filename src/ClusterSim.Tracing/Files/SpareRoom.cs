namespace ClusterSim.Tracing.Files;

/// <summary>
/// Room on the disk that is kept until it is needed to end files in order, because the disk is full. What did not fit is written
/// into it, and is the last that is written of any table.
/// </summary>
/// <param name="release">Gives it back.</param>
internal sealed class SpareRoom(Action release) : IDisposable
{
    private readonly SemaphoreSlim turns = new(1);
    private int isReleased;
    private IOException? failure;

    /// <summary>What the disk had to say when it was full; null: nothing, so far.</summary>
    public IOException? Failure => Volatile.Read(ref failure);

    /// <summary>Waits for the turn to write, so that no two tables find the disk full at once; disposing what it gives ends the turn.</summary>
    public async Task<IDisposable> TakeTurnAsync()
    {
        await turns.WaitAsync().ConfigureAwait(false);
        return new Turn(turns);
    }

    /// <summary>The disk is full: gives the room back.</summary>
    public void Release(IOException full)
    {
        Interlocked.CompareExchange(ref failure, full, null);
        Release();
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
