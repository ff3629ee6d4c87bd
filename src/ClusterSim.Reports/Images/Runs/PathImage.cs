using System.Globalization;
using ClusterSim.Inspection.Paths;
using ClusterSim.Reports.Runs;
using ClusterSim.Reports.Runs.Parts;
using ScottPlot;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>What the critical path to the end of the run was spent on; of one that failed, that to the last node that ended.</summary>
internal static class PathImage
{
    private const string Name = "critical-path";

    public static async Task<Image?> OfAsync(RunContents contents)
    {
        var title = $"{contents.Run.Experiment}: critical path";
        if ((await contents.NodesAsync().ConfigureAwait(false)).Count == 0)
        {
            return TextImage.Of(Name, title, contents.WhyNone("nodes"));
        }

        var path = await contents.PathAsync().ConfigureAwait(false);
        var kinds = path.ByKind.Where(kind => kind.Ns > 0).Reverse().ToList();
        if (kinds.Count == 0)
        {
            return TextImage.Of(Name, title, "No step of the path took time.");
        }

        var end = contents.Run.Failure is null ? "" : "\nto the last node that ended before the run failed";
        var plot = ImageStyle.NewPlot(title, $"{Wording.Time(path.DurationNs)} in {Wording.Count(path.LongestSteps.Count)} steps{end}");
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
        foreach (var (place, (kind, ns)) in kinds.Index())
        {
            AddBar(plot, place, kind, ns, path.DurationNs);
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
        return new Image(Name, plot, (end.Length > 0 ? 225 : 200) + (kinds.Count * 48));
    }

    private static void AddBar(Plot plot, int place, PathKind kind, long ns, long allNs)
    {
        var share = 100.0 * ns / allNs;
        plot.Add.Bar(new Bar { Position = place, Value = share, Size = 0.7, FillColor = Tokens.Of(PathTones.Of(kind)), LineWidth = 0, Orientation = Orientation.Horizontal });
        var text = plot.Add.Text($"{ShareOf(share)} %, {Wording.Time(ns)}", share, place);
        text.LabelAlignment = Alignment.MiddleLeft;
        text.LabelFontSize = 13;
        text.LabelFontColor = Tokens.Of("--text");
        text.OffsetX = 6;
    }

    private static string ShareOf(double percent) => percent < 0.01 ? "< 0.01" : percent.ToString(percent < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
