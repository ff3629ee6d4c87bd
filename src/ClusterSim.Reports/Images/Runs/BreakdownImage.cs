using ClusterSim.Reports.Runs;
using ClusterSim.Reports.Runs.Timeline;
using ScottPlot;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>
/// What the time of each NPU went into: compute, and what it did not compute; of many NPUs those that took longest. Of a run that failed,
/// as far as its nodes tell.
/// </summary>
internal static class BreakdownImage
{
    private const int MostNpus = 32;

    private static readonly (string Name, string Tone)[] Parts = [("Compute", "--compute"), ("Exposed", "--exposed"), ("Waits for what\nnever came", "--idle")];

    public static async Task<Image?> OfAsync(RunContents contents)
    {
        var title = $"{contents.Run.Experiment}: what NPUs did";
        var all = contents.Run.Figures is { } figures
            ? figures.Npus.Select(npu => (npu.Npu, Ns: (long[])[npu.FinishNs - npu.ExposedNs, npu.ExposedNs, 0])).ToList()
            : await PartsOfRowsAsync(contents).ConfigureAwait(false);
        if (all.TrueForAll(npu => npu.Ns.Sum() == 0))
        {
            return TextImage.Of("breakdown", title, contents.WhyNone("nodes that took time"));
        }

        var shown = all.OrderByDescending(npu => npu.Ns.Sum()).ThenBy(npu => npu.Npu).Take(MostNpus).OrderBy(npu => npu.Npu).ToList();
        var plot = ImageStyle.NewPlot(title, shown.Count < all.Count ? DetailOf([.. all.Select(npu => npu.Ns.Sum())]) : "");
        var (size, unit) = Wording.UnitOfTime(shown.Max(npu => npu.Ns.Sum()));
        plot.Add.Bars(shown.SelectMany((npu, place) => BarsOf(place, npu.Ns, size)).ToList());
        ImageStyle.ShowLegend(plot, Parts.Index().Where(part => shown.Exists(npu => npu.Ns[part.Index] > 0)).Select(part => new LegendItem
        {
            LabelText = part.Item.Name,
            FillColor = Tokens.Of(part.Item.Tone),
            FillHatch = HatchOf(part.Index),
            FillHatchColor = Tokens.Of("--text-soft"),
            LineWidth = 0,
        }));
        var (places, texts) = Scales.WithRoom([.. shown.Select((npu, place) => ((double)place, FormattableString.Invariant($"{npu.Npu}")))], shown.Count, 60);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(places, texts);
        plot.Axes.Bottom.Label.Text = "NPU";
        plot.Axes.Left.Label.Text = $"Time ({unit})";
        plot.Axes.SetLimits(-0.6, shown.Count - 0.4, 0, shown.Max(npu => npu.Ns.Sum()) / size * 1.06);
        return new Image("breakdown", plot);
    }

    private static string DetailOf(List<long> finishes) => finishes.TrueForAll(finish => finish == finishes[0])
        ? $"{MostNpus} of {Wording.Count(finishes.Count)} NPUs, which all finished at the same time"
        : $"Of {Wording.Count(finishes.Count)} NPUs, {MostNpus} that none finished after";

    private static async Task<List<(int Npu, long[] Ns)>> PartsOfRowsAsync(RunContents contents)
    {
        var end = await contents.EndNsAsync().ConfigureAwait(false);
        return [.. (await contents.RowsAsync().ConfigureAwait(false)).Select(row => (row.Npu, PartsOf(row, end)))];
    }

    private static long[] PartsOf(NpuRow row, long end)
    {
        var until = row.StuckFromNs ?? row.FinishNs;
        var compute = row.BusyTimeOf(Lane.Compute).Within(0, until);
        return [compute, until - compute, row.StuckFromNs is null ? 0 : end - until];
    }

    private static IHatch? HatchOf(int part) => part == Parts.Length - 1 ? ImageStyle.NeverEnded : null;

    private static IEnumerable<Bar> BarsOf(int place, long[] parts, double size)
    {
        var from = 0L;
        foreach (var (part, ns) in parts.Index())
        {
            yield return new Bar
            {
                Position = place,
                ValueBase = from / size,
                Value = (from + ns) / size,
                Size = 0.74,
                FillColor = Tokens.Of(Parts[part].Tone),
                FillHatch = HatchOf(part),
                FillHatchColor = Tokens.Of("--text-soft"),
                LineWidth = 0,
            };
            from += ns;
        }
    }
}
