using ClusterSim.Core.Input;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Sweeps;

/// <summary>The page of a sweep.</summary>
public static class SweepReport
{
    /// <summary>Makes the page of the sweep in a folder, as far as it has got.</summary>
    /// <exception cref="InvalidInputException">The folder is not that of a sweep, or the sweep never ran, or its plan is damaged.</exception>
    public static Page Of(string folder)
    {
        var points = SweepPoints.Read(folder);
        var relations = AxisRelations.Of(points.Axes);
        var choices = ChartChoices.Of(points, relations);
        return new Page
        {
            Title = points.Name,
            Kind = "Sweep",
            Facts = FactsOf(points),
            Notes = [.. NotesOf(points)],
            Sections = SweepSections.Of(points, choices),
            Data = [SweepData.Of(points, relations, PointFigures.Of(points), choices)],
            Styles = ["sweep/sweep.css"],
            Scripts =
            [
                "sweep/points.js", "sweep/units.js", "sweep/download.js", "sweep/controls.js", "sweep/scale.js", "sweep/line-chart.js", "sweep/curves.js",
                "sweep/scaling.js", "sweep/speed-up.js", "sweep/bandwidth.js", "sweep/heat-map.js", "sweep/point-table.js",
            ],
            Origin = $"Planned by ClusterSim {points.Version.Split('+')[0]}. Read from {folder}. Times are simulated, but for elapsed_s.",
        };
    }

    private static readonly string[] Statuses = ["done", "failed", "open"];

    private static IReadOnlyList<string> FactsOf(SweepPoints points) =>
    [
        Wording.Points(points.Count),
        points.Axes.Count == 1 ? "1 axis" : $"{points.Axes.Count} axes",
        .. Statuses
            .Select(status => (status, Count: points.CountOf(status)))
            .Where(one => one.Count > 0 && one.Count < points.Count)
            .Select(one => $"{Wording.Count(one.Count)} {(one.status == "open" ? "not run" : one.status)}"),
    ];

    private static IEnumerable<string> NotesOf(SweepPoints points)
    {
        var (open, failed) = (points.CountOf("open"), points.CountOf("failed"));
        if (open > 0)
        {
            yield return points.IsRunning
                ? $"The sweep is still running: {Wording.Points(open)} of {Wording.Count(points.Count)} have no results yet."
                : $"The sweep is not finished: {Wording.Points(open)} of {Wording.Count(points.Count)} have no results. clustersim sweep resume goes on with it.";
        }

        if (failed > 0)
        {
            yield return $"{Wording.Points(failed)} failed and are missing from all charts. The section Failed points says why.";
        }

        foreach (var note in points.Notes)
        {
            yield return note;
        }
    }
}
