using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Running;

/// <summary>What the owner of a sweep works with.</summary>
internal sealed record SweepJob
{
    public required SweepPlan Plan { get; init; }

    public required PointIds Ids { get; init; }

    public required PointJournal Journal { get; init; }

    /// <summary>Where diagnoses of failed points are kept; null: nowhere.</summary>
    public FailedPoints? Failures { get; init; }

    /// <summary>How far each point is at the beginning.</summary>
    public required PointState[] States { get; init; }

    /// <summary>The experiment that points vary, as YAML.</summary>
    public required string Base { get; init; }

    /// <summary>How long the sweep goes on without any worker.</summary>
    public required TimeSpan WorkerTimeout { get; init; }

    /// <summary>Told how far the sweep is, whenever that changes and about twice a second; null: nobody.</summary>
    public ISweepObserver? Observer { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Set when every point is finished, or the sweep failed or was stopped.</summary>
    public TaskCompletionSource Outcome { get; private init; } = NewOutcome();

    /// <summary>The rest of the sweep, for another owner after the first has ended.</summary>
    public SweepJob Rest() => this with { States = PointStates.Of(Ids, Journal, retryFailed: false), Outcome = NewOutcome() };

    private static TaskCompletionSource NewOutcome() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
