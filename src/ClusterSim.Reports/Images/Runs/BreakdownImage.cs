using ClusterSim.Reports.Runs;
using ClusterSim.Reports.Sweeps;
using ScottPlot;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>What the time of each NPU went into: compute, and what it did not compute; of many NPUs those that took longest.</summary>
internal static class BreakdownImage
{
    private const int MostNpus = 32;

    public static Task<Image?> OfAsync(RunContents contents) => Task.FromResult(Of(contents));

    private static Image? Of(RunContents contents)
    {
        if (contents.Run.Figures is not { Npus.Count: > 0 } figures)
        {
            return null;
        }

        var shown = figures.Npus.OrderByDescending(npu => npu.FinishNs).ThenBy(npu => npu.Npu).Take(MostNpus).OrderBy(npu => npu.Npu).ToList();
        var detail = shown.Count < figures.Npus.Count ? $"The {MostNpus} of {Wording.Count(figures.Npus.Count)} NPUs that finished last" : "";
        var plot = ImageStyle.NewPlot($"{contents.Run.Experiment}: what NPUs did", detail);
        var (size, unit) = Wording.UnitOfTime(shown.Max(npu => npu.FinishNs));
        plot.Add.Bars(shown.SelectMany(IEnumerable<Bar> (npu, place) =>
        [
            Part(place, 0, (npu.FinishNs - npu.ExposedNs) / size, "--compute"), Part(place, (npu.FinishNs - npu.ExposedNs) / size, npu.FinishNs / size, "--exposed"),
        ]).ToList());
        ImageStyle.ShowLegend(plot, [("Compute", Tokens.Of("--compute")), ("Exposed", Tokens.Of("--exposed"))]);
        var (places, texts) = Scales.WithRoom([.. shown.Select((npu, place) => ((double)place, FormattableString.Invariant($"{npu.Npu}")))], shown.Count, 60);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(places, texts);
        plot.Axes.Bottom.Label.Text = "NPU";
        plot.Axes.Left.Label.Text = $"Time ({unit})";
        plot.Axes.SetLimits(-0.6, shown.Count - 0.4, 0, shown.Max(npu => npu.FinishNs) / size * 1.06);
        return new Image("breakdown", plot);
    }

    private static Bar Part(int place, double from, double to, string token) =>
        new() { Position = place, ValueBase = from, Value = to, Size = 0.74, FillColor = Tokens.Of(token), LineWidth = 0 };
}
