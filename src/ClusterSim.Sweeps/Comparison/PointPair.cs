namespace ClusterSim.Sweeps.Comparison;

/// <summary>A point that two folders have.</summary>
/// <param name="Labels">What tables call its values, in the order of the comparison's keys.</param>
/// <param name="First">As the first folder has it.</param>
/// <param name="Second">As the second one has it.</param>
public sealed record PointPair(IReadOnlyList<string> Labels, ComparedPoint First, ComparedPoint Second)
{
    /// <summary>Whether one is finished and the other is not, or a figure differs.</summary>
    public bool Differs => First.Status != Second.Status || First.Figures != Second.Figures;

    /// <summary>How much longer the second one's wall time is, in per cent of the first one's; null: one of them has none.</summary>
    public decimal? WallPercent => First.WallNs is { } before and > 0 && Second.WallNs is { } after ? 100 * (after - before) / before : null;
}
