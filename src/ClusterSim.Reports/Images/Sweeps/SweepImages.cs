using ClusterSim.Core.Input;
using ClusterSim.Reports.Sweeps;

namespace ClusterSim.Reports.Images.Sweeps;

/// <summary>The images of a sweep: those for which it has points. They show what its page shows at first.</summary>
public static class SweepImages
{
    // More curves than that nobody tells apart.
    private const int MostCurves = 14;

    /// <summary>Makes the images of the sweep in a folder.</summary>
    /// <exception cref="InvalidInputException">The folder is not that of a sweep, or the sweep never ran, or no point has results.</exception>
    public static IReadOnlyList<Image> Of(string folder)
    {
        var points = SweepPoints.Read(folder);
        if (points.Find(PointFigures.Wall + "_max") is null)
        {
            throw new InvalidInputException(folder, "No point of the sweep has results, so there is nothing to draw.", "Run clustersim sweep resume on it.");
        }

        var relations = AxisRelations.Of(points.Axes);
        var choices = ChartChoices.Of(points, relations);
        var figures = PointFigures.Of(points);
        return [.. Scaling(points, relations, choices, figures[0]), .. SpeedUps(points, relations, choices), .. Bandwidths(points, relations, choices), .. HeatMaps(points, relations, choices, figures[0])];
    }

    private static IEnumerable<Image> Scaling(SweepPoints points, AxisRelations relations, ChartChoices choices, PointFigure figure)
    {
        var slice = ChartSlice.Of(points, relations, choices.X, choices.Series);
        if (Curves(points, choices.X, choices.Series, figure.Of, slice) is { Count: > 0 } curves)
        {
            yield return CurveImage.Of("scaling", new CurveChart
            {
                Title = $"{figure.Title} by {points.Axes[choices.X].Title}",
                Detail = slice.Fixed,
                Axis = points.Axes[choices.X],
                Heading = figure.Title,
                Unit = figure.Unit,
                Curves = curves,
            });
        }
    }

    private static IEnumerable<Image> SpeedUps(SweepPoints points, AxisRelations relations, ChartChoices choices)
    {
        if (choices.Scaling is not { } along)
        {
            yield break;
        }

        var slice = ChartSlice.Of(points, relations, along, choices.ScalingSeries);
        var times = Curves(points, along, choices.ScalingSeries, points.Find(PointFigures.Wall + "_max")!, slice)
            .Where(curve => curve.Curve.Points[0] is { X: > 0, Y: > 0 })
            .ToList();
        if (!times.Exists(curve => curve.Curve.Points.Count > 1))
        {
            yield break;
        }

        var kind = choices.IsStrong ? "strong" : "weak";
        var speedUp = new CurveChart
        {
            Title = $"Speed-up, {kind} scaling, by {points.Axes[along].Title}",
            Detail = slice.Fixed,
            Axis = points.Axes[along],
            Heading = "Speed-up",
            Unit = PointUnit.Number,
            Curves = [.. times.Select(curve => (curve.Name, Relative(curve.Curve, (n, first, time) => SpeedUp.Of(choices.IsStrong, n, first, time))))],
            GrowsWithAxis = true,
            Ideal = IdealOf(times.ConvertAll(curve => curve.Curve)),
        };
        yield return CurveImage.Of("speed-up", speedUp);
        yield return CurveImage.Of("efficiency", speedUp with
        {
            Title = $"Efficiency, {kind} scaling, by {points.Axes[along].Title}",
            Heading = "Efficiency",
            GrowsWithAxis = false,
            Unit = PointUnit.Percent,
            Curves = [.. times.Select(curve => (curve.Name, Relative(curve.Curve, (n, first, time) => 100 * SpeedUp.Efficiency(choices.IsStrong, n, first, time))))],
            Ideal = [.. speedUp.Curves.SelectMany(curve => curve.Curve.Points).Select(point => point.X).Distinct().Order().Select(x => (x, 100.0))],
        });
    }

    private static IEnumerable<Image> Bandwidths(SweepPoints points, AxisRelations relations, ChartChoices choices)
    {
        var slice = ChartSlice.Of(points, relations, choices.Size, choices.SizeSeries);
        foreach (var (name, column, title) in new[]
        {
            ("algorithm-bandwidth", CollectiveColumns.AlgorithmBandwidth, "Algorithm bandwidth"), ("bus-bandwidth", CollectiveColumns.BusBandwidth, "Bus bandwidth"),
        })
        {
            if (points.Find(column) is { } rates && Curves(points, choices.Size, choices.SizeSeries, rates, slice) is { Count: > 0 } curves)
            {
                yield return CurveImage.Of(name, new CurveChart
                {
                    Title = $"{title} by {points.Axes[choices.Size].Title}",
                    Detail = slice.Fixed,
                    Axis = points.Axes[choices.Size],
                    Heading = title,
                    Unit = PointUnit.Rate,
                    Curves = curves,
                });
            }
        }
    }

    private static IEnumerable<Image> HeatMaps(SweepPoints points, AxisRelations relations, ChartChoices choices, PointFigure figure)
    {
        if (choices is { Columns: { } columns, Rows: { } rows }
            && HeatMapImage.Of("heat-map", points, columns, rows, figure, ChartSlice.Of(points, relations, columns, rows)) is { } image)
        {
            yield return image;
        }
    }

    private static IReadOnlyList<(string Name, PointCurve Curve)> Curves(SweepPoints points, int along, int? series, PointColumn figure, ChartSlice slice)
    {
        var curves = PointCurve.Of(points, along, series is { } one ? [one] : [], figure, slice.Points);
        return
        [
            .. curves
                .OrderBy(curve => series is { } axis ? points.Axes[axis].Codes[curve.Points[0].Point] : 0)
                .Take(MostCurves)
                .Select(curve => (series is { } axis ? $"{points.Axes[axis].Title} {curve.Labels[0]}" : "", curve)),
        ];
    }

    private static PointCurve Relative(PointCurve curve, Func<double, double, double, double> of)
    {
        var first = curve.Points[0];
        return curve with { Points = [.. curve.Points.Select(point => (point.X, of(point.X / first.X, first.Y, point.Y), point.Point))] };
    }

    // Each curve has its own smallest point; where these are one, there is one ideal.
    private static IReadOnlyList<(double X, double Y)> IdealOf(List<PointCurve> curves)
    {
        var first = curves[0].Points[0].X;
        return curves.TrueForAll(curve => curve.Points[0].X.Equals(first))
            ? [.. curves.SelectMany(curve => curve.Points).Select(point => point.X).Distinct().Order().Select(x => (x, x / first))]
            : [];
    }
}
