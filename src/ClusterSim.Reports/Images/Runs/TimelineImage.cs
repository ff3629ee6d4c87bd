using ClusterSim.Reports.Runs;
using ClusterSim.Reports.Runs.Timeline;
using ClusterSim.Reports.Sweeps;
using ScottPlot;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>When NPUs computed, and when they communicated without computing; of many NPUs evenly spread ones.</summary>
internal static class TimelineImage
{
    private const int MostNpus = 32;
    private const int Pieces = 1200;
    private const int RowHeight = 22;

    public static async Task<Image?> OfAsync(RunContents contents)
    {
        var nodes = await contents.NodesAsync().ConfigureAwait(false);
        var end = await contents.EndNsAsync().ConfigureAwait(false);
        if (nodes.Count == 0 || end == 0)
        {
            return null;
        }

        var all = nodes.GroupBy(node => node.Npu).OrderBy(npu => npu.Key).ToList();
        var shown = all.Count <= MostNpus ? all : [.. Enumerable.Range(0, MostNpus).Select(place => all[place * (all.Count - 1) / (MostNpus - 1)])];
        var plot = ImageStyle.NewPlot($"{contents.Run.Experiment}: timeline of NPUs", shown.Count < all.Count ? $"{MostNpus} of {Wording.Count(all.Count)} NPUs" : "");
        var (size, unit) = Wording.UnitOfTime(end);
        plot.HideGrid();
        foreach (var (place, npu) in shown.Index())
        {
            AddRow(plot, place, new NpuRow(npu.Key, null, npu), end, size);
        }

        ImageStyle.ShowLegend(plot, [("Compute", Tokens.Of("--compute")), ("Communication\nthat is exposed", Tokens.Of("--exposed")), ("Memory", Tokens.Of("--memory")), ("Nothing", Tokens.Of("--idle"))]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. shown.Select((_, place) => (double)place)], [.. shown.Select(npu => $"npu/{npu.Key}")]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.Label.Text = $"Time ({unit})";
        plot.Axes.SetLimits(0, end / size, shown.Count - 0.4, -0.6);
        return new Image("timeline", plot, Math.Max(260, 150 + (shown.Count * RowHeight)));
    }

    // A piece is drawn as what most of it was spent on; pieces that are alike, as one.
    private static void AddRow(Plot plot, int place, NpuRow row, long end, double size)
    {
        var busy = Enum.GetValues<Lane>().Select(row.BusyTimeOf).ToArray();
        var from = 0L;
        var before = ToneOf(busy, 0, Edge(1));
        for (var piece = 1; piece <= Pieces; piece++)
        {
            var tone = piece == Pieces ? "" : ToneOf(busy, Edge(piece), Edge(piece + 1));
            if (tone != before)
            {
                var rectangle = plot.Add.Rectangle(from / size, Edge(piece) / size, place - 0.4, place + 0.4);
                rectangle.FillColor = Tokens.Of(before);
                rectangle.LineWidth = 0;
                (from, before) = (Edge(piece), tone);
            }
        }

        long Edge(int piece) => (long)((double)end * piece / Pieces);
    }

    private static string ToneOf(BusyTime[] busy, long from, long to)
    {
        var length = to - from;
        return busy[(int)Lane.Compute].Within(from, to) * 2 >= length ? "--compute"
            : busy[(int)Lane.Communication].Within(from, to) * 2 >= length ? "--exposed"
            : busy[(int)Lane.Memory].Within(from, to) * 2 >= length ? "--memory"
            : "--idle";
    }
}
