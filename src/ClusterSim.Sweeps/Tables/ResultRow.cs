using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Tables;

/// <summary>A point of the plan with what became of it.</summary>
/// <param name="Point">Its number in the plan.</param>
/// <param name="Entry">The plan's entry.</param>
/// <param name="Result">What became of it; null: it was not run yet.</param>
/// <param name="BaselineRatio">Its wall time over that of the point it is compared with; null: there is none.</param>
public sealed record ResultRow(int Point, PlanEntry Entry, PointResult? Result, decimal? BaselineRatio)
{
    /// <summary><c>done</c>, <c>failed</c> or <c>open</c>.</summary>
    public string Status => Result is null ? "open" : Result.Error is null ? "done" : "failed";

    /// <summary>The result, where there are figures.</summary>
    public PointResult? Done => Result is { Error: null } ? Result : null;

    /// <summary>The figures, where there are any.</summary>
    public PointFigures? Figures { get; } = Result is { Error: null } ? new(Result) : null;
}
