using ClusterSim.Watch.Snapshots;

namespace ClusterSim.Watch.Following;

/// <summary>
/// Something that a page shows while it runs. It is told how that goes, and makes a snapshot when one is asked for, so that who looks never
/// holds up who works. Safe to use from several threads.
/// </summary>
public abstract class Watched
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider clock;
    private readonly string title;
    private readonly long start;
    private (WatchState State, string Outcome, double Seconds)? end;

    protected Watched(string title, TimeProvider clock)
    {
        this.title = title;
        this.clock = clock;
        start = clock.GetTimestamp();
    }

    /// <summary>Completes when what is watched has ended, whichever way.</summary>
    public Task Ended => ended.Task;

    /// <summary>What it is called in sentences.</summary>
    public abstract string Noun { get; }

    /// <summary>Held while what is known changes.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>How long it has taken until now.</summary>
    protected double ElapsedSeconds => clock.GetElapsedTime(start).TotalSeconds;

    /// <summary>How it is at this moment.</summary>
    public WatchSnapshot Take()
    {
        lock (Gate)
        {
            return Fill(new WatchSnapshot
            {
                Title = title,
                State = end?.State ?? (HasBegun ? WatchState.Running : WatchState.Preparing),
                Outcome = end?.Outcome,
                ElapsedSeconds = end?.Seconds ?? ElapsedSeconds,
            });
        }
    }

    /// <summary>It has ended. The first end counts.</summary>
    public void End(WatchState state, string outcome)
    {
        lock (Gate)
        {
            end ??= (state, outcome, ElapsedSeconds);
        }

        ended.TrySetResult();
    }

    /// <summary>Whether it simulates yet. Called under the gate.</summary>
    protected abstract bool HasBegun { get; }

    /// <summary>Adds its figures. Called under the gate.</summary>
    protected abstract WatchSnapshot Fill(WatchSnapshot frame);
}
