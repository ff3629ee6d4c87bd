using ClusterSim.Reports.Runs;
using ScottPlot;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>Which share of the run each link was sending, most first.</summary>
internal static class LinksImage
{
    // Links of which each has a bar; of more there is a curve.
    private const int MostBars = 24;

    public static async Task<Image?> OfAsync(RunContents contents)
    {
        var end = await contents.EndNsAsync().ConfigureAwait(false);
        var links = (await contents.Trace.ReadLinksAsync().ConfigureAwait(false)).OrderByDescending(link => link.BusyNs).ThenBy(link => link.Name, StringComparer.Ordinal).ToList();
        if (links.Count == 0 && contents.Run.Network is { IsCongestionAware: false, Dimensions.Count: > 0 })
        {
            return null;
        }

        if (links.Count == 0 || end == 0)
        {
            return TextImage.Of("links", $"{contents.Run.Experiment}: use of links", contents.WhyNone("links"));
        }

        double[] shares = [.. links.Select(link => 100.0 * link.BusyNs / end)];
        return links.Count <= MostBars ? Bars(contents, [.. links.Select(link => link.Name)], shares) : Curve(contents, shares);
    }

    private static Image Bars(RunContents contents, string[] names, double[] shares)
    {
        var plot = ImageStyle.NewPlot($"{contents.Run.Experiment}: use of links", "");
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Add.Bars(shares.Select((share, place) => new Bar
        {
            Position = place,
            Value = share,
            Size = 0.72,
            FillColor = Tokens.Of("--communication"),
            LineWidth = 0,
            Orientation = Orientation.Horizontal,
        }).ToList());
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. names.Select((_, place) => (double)place)], names);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.Label.Text = "Share of the run in which it was sending (%)";
        plot.Axes.SetLimits(0, Most(shares), names.Length - 0.4, -0.6);
        return new Image("links", plot, 170 + (names.Length * 26));
    }

    private static Image Curve(RunContents contents, double[] shares)
    {
        var plot = ImageStyle.NewPlot($"{contents.Run.Experiment}: use of links", $"{Wording.Count(shares.Length)} links, most used first");
        var curve = plot.Add.ScatterLine(shares.Select((_, place) => place + 1.0).ToArray(), shares, Tokens.Of("--communication"));
        curve.LineWidth = 2;
        curve.FillY = true;
        curve.FillYColor = Tokens.Of("--communication").WithAlpha(0.25);
        plot.Axes.Bottom.Label.Text = "Link, by its use";
        plot.Axes.Left.Label.Text = "Share of the run in which it was sending (%)";
        plot.Axes.SetLimits(1, shares.Length, 0, Most(shares));
        return new Image("links", plot);
    }

    private static double Most(double[] shares) => Math.Max(1e-6, Math.Min(105, shares.Max() * 1.1));
}
