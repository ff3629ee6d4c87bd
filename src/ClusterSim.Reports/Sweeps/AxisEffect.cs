namespace ClusterSim.Reports.Sweeps;

/// <summary>How much an axis changes the wall time: of points that are alike but for it, the longest over the shortest.</summary>
/// <param name="Axis">Which axis.</param>
/// <param name="Mean">The geometric mean over all groups of such points; null: no two points can be compared.</param>
/// <param name="Largest">The largest of any group.</param>
internal sealed record AxisEffect(int Axis, double? Mean, double? Largest)
{
    /// <summary>The effects of all axes.</summary>
    public static IReadOnlyList<AxisEffect> AllOf(SweepPoints points) =>
        points.Find(PointFigures.Wall + "_max") is { } wall ? [.. Enumerable.Range(0, points.Axes.Count).Select(axis => Of(points, axis, wall))] : [];

    private static AxisEffect Of(SweepPoints points, int axis, PointColumn wall)
    {
        var ratios = PointCurve.AllOf(points, axis, wall)
            .Where(curve => curve.Points.Count > 1 && curve.Points.Min(point => point.Y) > 0)
            .Select(curve => curve.Points.Max(point => point.Y) / curve.Points.Min(point => point.Y))
            .ToList();
        return ratios.Count == 0 ? new(axis, null, null) : new(axis, Math.Exp(ratios.Average(Math.Log)), ratios.Max());
    }
}
