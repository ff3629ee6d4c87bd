using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Sweeps;

/// <summary>Which points failed, by reason.</summary>
internal static class FailedSection
{
    // More reasons than that are in the table of points.
    private const int MostReasons = 50;

    public static Html Of(SweepPoints points)
    {
        var reasons = FailedPoints.AllOf(points);
        return Html.Of(
            $"""
             <ul class="reasons">{Html.Join(reasons.Take(MostReasons).Select(reason => ReasonOf(points, reason)))}</ul>
             {(reasons.Count > MostReasons ? Html.Of($"<p class=\"aside\">And {reasons.Count - MostReasons} more reasons; the column error of the table below has them.</p>") : Html.Empty)}
             """);
    }

    private static Html ReasonOf(SweepPoints points, FailedPoints reason) => Html.Of(
        $"""
         <li><p class="reason">{reason.Error}</p><p class="aside">{(reason.Points.Count == 1 ? "Point" : $"{Wording.Points(reason.Points.Count)}:")} {Wording.Some(reason.Points)}{CommonOf(points, reason)}</p></li>
         """);

    // What all of them share leads to the cause.
    private static string CommonOf(SweepPoints points, FailedPoints reason)
    {
        var common = points.Axes
            .Where(axis => axis.Count > 1 && reason.Points.All(point => axis.Codes[point] == axis.Codes[reason.Points[0]]))
            .Select(axis => $"{axis.Title} {axis.Labels[axis.Codes[reason.Points[0]]]}")
            .ToList();
        return common.Count == 0 ? "" : reason.Points.Count == 1 ? $" ({string.Join(", ", common)})" : $". All have {string.Join(", ", common)}.";
    }
}
