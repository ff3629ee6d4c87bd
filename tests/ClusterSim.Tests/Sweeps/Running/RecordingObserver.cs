using System.Collections.Concurrent;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Tests.Sweeps.Running;

/// <summary>Remembers what it was told.</summary>
internal sealed class RecordingObserver : ISweepObserver
{
    private readonly TaskCompletionSource noted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Notes { get; } = [];

    public SweepProgress? Last { get; private set; }

    /// <summary>Completes with the first note.</summary>
    public Task Noted => noted.Task;

    public ConcurrentQueue<PointFailure> Failures { get; } = [];

    public void Report(SweepProgress progress) => Last = progress;

    public void Failed(PointFailure failure) => Failures.Enqueue(failure);

    public void Note(string text)
    {
        Notes.Enqueue(text);
        noted.TrySetResult();
    }
}
