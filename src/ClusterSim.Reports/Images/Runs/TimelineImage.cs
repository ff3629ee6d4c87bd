using ClusterSim.Reports.Runs;
using ClusterSim.Reports.Runs.Timeline;
using ScottPlot;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>When NPUs computed, and when they communicated without computing; of many NPUs evenly spread ones.</summary>
internal static class TimelineImage
{
    private const int MostNpus = 32;
    private const int RowHeight = 22;
    private const double HalfBar = 0.4;

    public static async Task<Image?> OfAsync(RunContents contents)
    {
        var all = await contents.RowsAsync().ConfigureAwait(false);
        var end = await contents.ShownNsAsync().ConfigureAwait(false);
        var title = $"{contents.Run.Experiment}: timeline of NPUs";
        if (end == 0 || all.All(row => row.SpanCount == 0))
        {
            return TextImage.Of("timeline", title, contents.WhyNone("nodes that took time"));
        }

        var shown = all.Count <= MostNpus ? all : [.. Enumerable.Range(0, MostNpus).Select(place => all[place * (all.Count - 1) / (MostNpus - 1)])];
        var selection = shown.Count < all.Count ? $"{MostNpus} of {Wording.Count(all.Count)} NPUs" : "";
        var plot = ImageStyle.NewPlot(title, string.Join('\n', new[] { selection, await contents.WhatLacksAsync().ConfigureAwait(false) }.Where(line => line.Length > 0)));
        var (size, unit) = Wording.UnitOfTime(end);
        plot.HideGrid();
        var occurring = new HashSet<TimelineUse>();
        foreach (var (place, row) in shown.Index())
        {
            occurring.UnionWith(AddRow(plot, place, row, end, size));
        }

        ImageStyle.ShowLegend(plot, [.. occurring.Order().Select(ItemOf)]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. shown.Select((_, place) => (double)place)], [.. shown.Select(row => $"npu/{row.Npu}")]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.Label.Text = $"Time ({unit})";
        plot.Axes.SetLimits(0, end / size, shown.Count - 0.4, -0.6);
        return new Image("timeline", plot, Math.Max(260, 150 + (shown.Count * RowHeight)));
    }

    // Each part of a bar reaches from its upper edge down to the foot, behind those below it; so no two meet at an edge, which would be seen
    // as a fine line. Columns that are alike in this are drawn as one.
    private static IEnumerable<TimelineUse> AddRow(Plot plot, int place, NpuRow row, long end, double size)
    {
        var columns = TimelineColumn.Of(row, end);
        foreach (var use in Enum.GetValues<TimelineUse>().Reverse())
        {
            for (var first = 0; first < columns.Count;)
            {
                var height = columns[first].HeightOf(use);
                var next = columns.Skip(first).TakeWhile(column => column.HeightOf(use).Equals(height)).Count() + first;
                if (height > 0)
                {
                    Add(plot, use, (columns[first].FromNs / size, columns[next - 1].ToNs / size), (place + HalfBar - (2 * HalfBar * height), place + HalfBar));
                }

                first = next;
            }
        }

        return columns.SelectMany(column => column.Shares.Select(share => share.Use));
    }

    private static void Add(Plot plot, TimelineUse use, (double From, double To) time, (double High, double Low) height)
    {
        var rectangle = plot.Add.Rectangle(time.From, time.To, height.High, height.Low);
        rectangle.LineWidth = 0;
        rectangle.FillColor = ColourOf(use);
        if (use == TimelineUse.Never)
        {
            rectangle.FillHatch = ImageStyle.NeverEnded;
            rectangle.FillHatchColor = Tokens.Of("--text-soft");
        }
    }

    private static LegendItem ItemOf(TimelineUse use)
    {
        var item = new LegendItem { LabelText = NameOf(use), FillColor = ColourOf(use), LineWidth = 0 };
        if (use == TimelineUse.Never)
        {
            item.FillHatch = ImageStyle.NeverEnded;
            item.FillHatchColor = Tokens.Of("--text-soft");
        }

        return item;
    }

    private static Color ColourOf(TimelineUse use) => Tokens.Of(use switch
    {
        TimelineUse.Exposed => "--exposed",
        TimelineUse.Memory => "--memory",
        TimelineUse.Compute => "--compute",
        _ => "--idle",
    });

    private static string NameOf(TimelineUse use) => use switch
    {
        TimelineUse.Exposed => "Communication\nthat is exposed",
        TimelineUse.Memory => "Memory",
        TimelineUse.Compute => "Compute",
        TimelineUse.Never => "Waits for what\nnever came",
        _ => "Idle",
    };
}
