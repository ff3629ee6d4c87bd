using ScottPlot;

namespace ClusterSim.Reports.Images;

/// <summary>What all images look like: dark text on white, quiet axes, a grid that only helps.</summary>
internal static class ImageStyle
{
    private const float TitleSize = 17;
    private const float LabelSize = 15;
    private const float TickSize = 13;

    private static readonly MarkerShape[] Markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown, MarkerShape.Cross, MarkerShape.OpenCircle,
    ];

    /// <summary>A plot without anything in it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="detail">What holds for all of it, below; empty: nothing in particular.</param>
    public static Plot NewPlot(string title, string detail)
    {
        ImageFonts.EnsureInUse();
        var plot = new Plot();
        plot.Font.Set(ImageFonts.Family);
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Axes.Color(Tokens.Of("--text"));
        plot.Axes.Title.Label.Text = detail.Length == 0 ? title : $"{title}\n{detail}";
        plot.Axes.Title.Label.FontSize = TitleSize;
        plot.Axes.Title.Label.Bold = true;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.Label.FontSize = LabelSize;
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = TickSize;
            axis.MinorTickStyle.Length = 0;
            axis.FrameLineStyle.Color = Tokens.Of("--line-strong");
            axis.MajorTickStyle.Color = Tokens.Of("--line-strong");
        }

        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Right.MinimumSize = 16;
        plot.Grid.MajorLineColor = Tokens.Of("--line");
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }

    /// <summary>The pattern of what never ended, on the colour of what is idle.</summary>
    public static IHatch NeverEnded => new ScottPlot.Hatches.Striped(ScottPlot.Hatches.StripeDirection.DiagonalUp);

    /// <summary>The mark of a curve, by its place.</summary>
    public static MarkerShape MarkerOf(int curve) => Markers[curve % Markers.Length];

    /// <summary>Explains colours beside the plot.</summary>
    public static void ShowLegend(Plot plot, IEnumerable<(string Name, Color Color)> items) =>
        ShowLegend(plot, items.Select(item => new LegendItem { LabelText = item.Name, FillColor = item.Color, LineWidth = 0 }));

    /// <summary>Explains colours, patterns and marks beside the plot.</summary>
    public static void ShowLegend(Plot plot, IEnumerable<LegendItem> items)
    {
        foreach (var item in items)
        {
            plot.Legend.ManualItems.Add(item);
        }

        plot.Legend.FontSize = TickSize;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.White;
        plot.ShowLegend(Edge.Right);
    }
}
