using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Sweeps;

/// <summary>What a sweep found, at a glance: its fastest and slowest point, and how much each axis matters.</summary>
internal static class SweepSummarySection
{
    public static Html Of(SweepPoints points)
    {
        var wall = points.Find(PointFigures.Wall + "_max");
        return Html.Of($"{(wall is null ? Html.Empty : FiguresOf(points, wall))}{AxesOf(points)}");
    }

    private static Html FiguresOf(SweepPoints points, PointColumn wall)
    {
        var known = Enumerable.Range(0, points.Count).Where(point => wall.Numbers[point] is not null).ToList();
        var (fastest, slowest) = (known.MinBy(point => wall.Numbers[point]), known.MaxBy(point => wall.Numbers[point]));
        var overhead = points.Find("overhead_percent_max")?.Numbers.OfType<double>().ToList();
        return Html.Of(
            $"""
             <dl class="figures">
             {Figure("Shortest wall time", Wording.Time(wall.Numbers[fastest]!.Value), LabelsOf(points, fastest))}
             {Figure("Longest wall time", Wording.Time(wall.Numbers[slowest]!.Value), LabelsOf(points, slowest))}
             {(overhead is not { Count: > 0 } ? Html.Empty : Figure("Communication overhead", RangeOf(overhead.Min(), overhead.Max()), "Exposed communication over wall time"))}
             {Figure("Points", Wording.Count(known.Count), known.Count == points.Count ? "All have results" : $"With results, of {Wording.Count(points.Count)}")}
             </dl>
             """);
    }

    private static Html Figure(string name, string value, string detail) =>
        Html.Of($"<div class=\"figure\"><dt>{name}</dt><dd>{value}<small>{detail}</small></dd></div>");

    private static string RangeOf(double low, double high)
    {
        var (first, second) = (Wording.Digits(Math.Round(low, 2)), Wording.Digits(Math.Round(high, 2)));
        return first == second ? $"{first} %" : $"{first} to {second} %";
    }

    private static string LabelsOf(SweepPoints points, int point) => string.Join(", ", points.Axes.Select(axis => $"{axis.Title} {axis.Labels[axis.Codes[point]]}"));

    private static Html AxesOf(SweepPoints points)
    {
        var effects = AxisEffect.AllOf(points);
        return Html.Of(
            $"""
             <h3>What was varied</h3>
             <div class="table-frame" role="region" aria-label="What was varied" tabindex="0"><table class="table">
             <thead><tr><th scope="col">Axis</th><th scope="col" class="number">Values</th><th scope="col">From, to</th><th scope="col" class="number">Changes wall time</th><th scope="col" class="number">At most</th></tr></thead>
             <tbody>{Html.Join(points.Axes.Select((axis, index) => RowOf(axis, effects.Count == 0 ? null : effects[index])))}</tbody>
             </table></div>
             <p class="aside">Changes wall time: of points that are alike but for the axis, the longest wall time over the shortest; the geometric mean of all such groups, and the largest. Axes that vary together count together.</p>
             """);
    }

    private static Html RowOf(SweepAxis axis, AxisEffect? effect) => Html.Of(
        $"""
         <tr><th scope="row" class="name">{axis.Key}</th><td class="number">{axis.Count}</td><td class="name">{EndsOf(axis)}</td><td class="number">{RatioOf(effect?.Mean)}</td><td class="number">{RatioOf(effect?.Largest)}</td></tr>
         """);

    // Names have no order: a few of them say more than two.
    private static string EndsOf(SweepAxis axis) =>
        axis.IsNumeric && axis.Count > 3 ? $"{axis.Labels[0]} to {axis.Labels[^1]}{(axis.Unit.Length > 0 ? " " + axis.Unit : "")}"
        : axis.Count > 6 ? string.Join(", ", axis.Labels.Take(5)) + ", ..."
        : string.Join(", ", axis.Labels);

    private static string RatioOf(double? ratio) => ratio is { } known ? Wording.Ratio(known) : "–";
}
