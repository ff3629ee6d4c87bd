namespace ClusterSim.Reports.Sweeps;

/// <summary>What charts show at first, as indices of axes.</summary>
/// <param name="X">Along which curves run.</param>
/// <param name="Series">Whose values make a curve each; null: there is one curve.</param>
/// <param name="Scaling">Along which speed-up is shown; null: no axis of numbers takes several values.</param>
/// <param name="ScalingSeries">The same as <paramref name="Series"/> for speed-up.</param>
/// <param name="IsStrong">Whether the work of an NPU shrinks along the axis of speed-up.</param>
/// <param name="Size">Along which bandwidth is shown.</param>
/// <param name="SizeSeries">The same as <paramref name="Series"/> for bandwidth.</param>
/// <param name="Columns">The columns of the heat map; null: there are no two axes for it.</param>
/// <param name="Rows">The rows of the heat map.</param>
internal sealed record ChartChoices(int X, int? Series, int? Scaling, int? ScalingSeries, bool IsStrong, int Size, int? SizeSeries, int? Columns, int? Rows)
{
    // More curves than that nobody tells apart.
    private const int MostCurves = 8;

    public static ChartChoices Of(SweepPoints points, AxisRelations relations)
    {
        var axes = points.Axes;
        var all = Enumerable.Range(0, axes.Count).ToList();
        var x = all.OrderByDescending(axis => axes[axis].IsNumeric && axes[axis].Count > 1).ThenByDescending(axis => axes[axis].Count).ThenByDescending(axis => axes[axis].IsNpus).First();
        var scaling = all.Where(axis => axes[axis] is { Kind: AxisKind.Number, Count: > 1 }).OrderByDescending(axis => axes[axis].IsNpus).ThenByDescending(axis => axes[axis].Count);
        var along = scaling.Select(axis => (int?)axis).FirstOrDefault();
        var size = all.Where(axis => axes[axis] is { Kind: AxisKind.Size, Count: > 1 }).Select(axis => (int?)axis).FirstOrDefault() ?? x;
        var rows = Partner(x, int.MaxValue);
        return new(
            x, Partner(x, MostCurves), along, along is { } one ? Partner(one, MostCurves) : null, along is { } axis && ScalesStrongly(points, axis),
            size, Partner(size, MostCurves), rows is null ? null : x, rows);

        // The axis with most values that another does not determine.
        int? Partner(int axis, int most) => all
            .Where(other => other != axis && axes[other].Count > 1 && axes[other].Count <= most && !relations.AreTied(axis, other))
            .OrderByDescending(other => axes[other].Count)
            .Select(other => (int?)other)
            .FirstOrDefault();
    }

    private static bool ScalesStrongly(SweepPoints points, int along)
    {
        if (points.Find(PointFigures.Compute + "_mean") is not { } compute)
        {
            return false;
        }

        // In the group of points that are alike but for the axis, and first in the plan, with figures.
        var curve = PointCurve.AllOf(points, along, compute).FirstOrDefault(curve => curve.Points.Count > 1);
        return curve is not null && SpeedUp.IsStrong(curve.Points[^1].X / curve.Points[0].X, curve.Points[0].Y, curve.Points[^1].Y);
    }
}
