using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Running;

/// <summary>What the owner of a sweep works with.</summary>
internal sealed record SweepJob
{
    public required SweepPlan Plan { get; init; }

    public required PointIds Ids { get; init; }

    public required PointJournal Journal { get; init; }

    /// <summary>How far each point is at the beginning.</summary>
    public required PointState[] States { get; init; }

    /// <summary>The experiment that points vary, as YAML.</summary>
    public required string Base { get; init; }

    /// <summary>Told how far the sweep is, whenever that changes and about twice a second; null: nobody.</summary>
    public IProgress<SweepProgress>? Progress { get; init; }

    /// <summary>Set when every point is finished, or the sweep failed or was stopped.</summary>
    public TaskCompletionSource Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
