namespace ClusterSim.Reports.Sweeps;

/// <summary>A figure of points that are alike but for one axis, along that axis.</summary>
/// <param name="Labels">The labels of the other axes that tell it from other curves; of axes that vary together, all.</param>
/// <param name="Points">In order of the axis: its value, or of names their place; the figure; the number of the point. Those without the figure are left out.</param>
internal sealed record PointCurve(IReadOnlyList<string> Labels, IReadOnlyList<(double X, double Y, int Point)> Points)
{
    // Values nearer than this share of them are one place of a chart.
    private const double Indistinct = 0.004;

    /// <summary>All curves along an axis, in the order of their first points.</summary>
    public static IReadOnlyList<PointCurve> AllOf(SweepPoints points, int along, PointColumn figure)
    {
        var relations = AxisRelations.Of(points.Axes);
        var others = Enumerable.Range(0, points.Axes.Count).Where(axis => axis != along && !relations.AreTied(along, axis)).ToList();
        return Of(points, along, others, figure, Enumerable.Range(0, points.Count));
    }

    /// <summary>The curves along an axis of some points, told apart by other axes.</summary>
    public static IReadOnlyList<PointCurve> Of(SweepPoints points, int along, IReadOnlyList<int> series, PointColumn figure, IEnumerable<int> chosen)
    {
        var axis = points.Axes[along];
        return
        [
            .. chosen
                .Where(point => figure.Numbers[point] is not null)
                .GroupBy(point => string.Join('\0', series.Select(other => points.Axes[other].Codes[point])))
                .Select(group => new PointCurve(
                    [.. series.Select(other => points.Axes[other].Labels[points.Axes[other].Codes[group.First()]])],
                    [.. group.OrderBy(point => axis.Codes[point]).Select(point => (XOf(axis, point), figure.Numbers[point]!.Value, point))])),
        ];
    }

    /// <summary>Whether another curve lies on top of this one, as far as a chart can show, whichever axes it has.</summary>
    public bool CoincidesWith(PointCurve other) => Points.Count == other.Points.Count
        && Points.Zip(other.Points).All(pair => pair.First.X.Equals(pair.Second.X) && Math.Abs(pair.First.Y - pair.Second.Y) <= Indistinct * Math.Abs(pair.First.Y));

    private static double XOf(SweepAxis axis, int point) => axis.IsNumeric ? axis.Values[axis.Codes[point]] : axis.Codes[point];
}
