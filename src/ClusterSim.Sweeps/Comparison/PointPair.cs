using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Sweeps.Comparison;

/// <summary>A point that two folders have.</summary>
/// <param name="First">As the first folder has it.</param>
/// <param name="Second">As the second one has it.</param>
public sealed record PointPair(ResultRow First, ResultRow Second)
{
    /// <summary>Whether anything differs but times and nodes.</summary>
    public bool Differs => First.Status != Second.Status || (First.Done is { } one && Second.Done is { } other && HaveDifferentFigures(one, other));

    /// <summary>How much longer the second one's wall time is, in per cent of the first one's; null: one of them has none.</summary>
    public decimal? WallPercent =>
        First.Figures?.Of(NpuColumns.Wall)?.Max is { } before and > 0 && Second.Figures?.Of(NpuColumns.Wall)?.Max is { } after
            ? 100 * (after - before) / before
            : null;

    private static bool HaveDifferentFigures(Running.PointResult one, Running.PointResult other) =>
        one.Digest != other.Digest || one.Figures != other.Figures || !one.NpuCounts.AsSpan().SequenceEqual(other.NpuCounts)
        || !one.Values.AsSpan().SequenceEqual(other.Values);
}
