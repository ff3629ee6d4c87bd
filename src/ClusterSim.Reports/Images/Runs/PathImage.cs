using System.Globalization;
using ClusterSim.Inspection.Paths;
using ClusterSim.Reports.Runs;
using ClusterSim.Reports.Runs.Parts;
using ClusterSim.Reports.Sweeps;
using ScottPlot;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>What the critical path to the end of the run was spent on.</summary>
internal static class PathImage
{
    public static async Task<Image?> OfAsync(RunContents contents)
    {
        if (!contents.IsWhole || contents.Run.Figures is null)
        {
            return null;
        }

        var path = await CriticalPath.OfRunAsync(contents.Trace, contents.Trace.Folder).ConfigureAwait(false);
        var kinds = path.ByKind.Where(kind => kind.Ns > 0).Reverse().ToList();
        var plot = ImageStyle.NewPlot($"{contents.Run.Experiment}: critical path", $"{Wording.Time(path.DurationNs)} in {Wording.Count(path.Steps.Count)} steps");
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
        foreach (var (place, (kind, ns)) in kinds.Index())
        {
            var share = 100.0 * ns / path.DurationNs;
            plot.Add.Bar(new Bar { Position = place, Value = share, Size = 0.7, FillColor = Tokens.Of(PathTones.Of(kind)), LineWidth = 0, Orientation = Orientation.Horizontal });
            var text = plot.Add.Text($"{ShareOf(share)} %, {Wording.Time(ns)}", share, place);
            text.LabelAlignment = Alignment.MiddleLeft;
            text.LabelFontSize = 13;
            text.LabelFontColor = Tokens.Of("--text");
            text.OffsetX = 6;
        }

        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. kinds.Select((_, place) => (double)place)], [.. kinds.Select(kind => PathNames.Of(kind.Kind))]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.Label.Text = "Share of the critical path (%)";
        var most = 100.0 * kinds.Max(kind => kind.Ns) / path.DurationNs;
        if (most > 50)
        {
            // Beyond the whole there is only room for text.
            plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([0, 20, 40, 60, 80, 100], ["0", "20", "40", "60", "80", "100"]);
        }

        plot.Axes.SetLimits(0, most * 1.3, -0.6, kinds.Count - 0.4);
        return new Image("critical-path", plot, 200 + (kinds.Count * 48));
    }

    private static string ShareOf(double percent) => percent < 0.01 ? "< 0.01" : percent.ToString(percent < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
