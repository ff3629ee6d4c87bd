using ClusterSim.Reports.Sweeps;
using ScottPlot;

namespace ClusterSim.Reports.Images.Sweeps;

/// <summary>Draws a figure over two axes: darker is more.</summary>
internal static class HeatMapImage
{
    // Cells of more columns than that have no room for a figure.
    private const int MostTexts = 12;
    // Where black and white contrast alike with the colour.
    private const double MostForDarkText = 0.717;
    private const int CharactersAcross = 84;
    private const int RowHeight = 34;
    private const int MostHeight = 1200;

    /// <summary>Draws the map; null: none of the points has the figure.</summary>
    public static Image? Of(string name, SweepPoints points, int across, int down, PointFigure figure, ChartSlice slice)
    {
        var (columns, rows) = (points.Axes[across], points.Axes[down]);
        var cells = new double[rows.Count, columns.Count];
        Fill(cells, double.NaN);
        foreach (var point in slice.Points.Where(point => figure.Of.Numbers[point] is not null))
        {
            cells[rows.Codes[point], columns.Codes[point]] = figure.Of.Numbers[point]!.Value;
        }

        var known = cells.Cast<double>().Where(double.IsFinite).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var unit = ImageUnits.Of(figure.Unit, known.Max());
        var isLog = Scales.AreFarApart(known);
        var plot = ImageStyle.NewPlot(ImageUnits.Heading(figure.Title, unit.Name), slice.Fixed);
        plot.HideGrid();
        AddCells(plot, cells, known, isLog, unit.Size);
        SetAxes(plot, columns, rows);
        if (columns.Count > MostTexts)
        {
            ImageStyle.ShowLegend(plot, Samples(known, isLog, unit.Size));
        }

        return new Image(name, plot, Math.Clamp(170 + (rows.Count * RowHeight), Image.UsualHeight, MostHeight));
    }

    private static void AddCells(Plot plot, double[,] cells, List<double> known, bool isLog, double unit)
    {
        var (low, high) = (Place(known.Min()), Place(known.Max()));
        for (var row = 0; row < cells.GetLength(0); row++)
        {
            for (var column = 0; column < cells.GetLength(1); column++)
            {
                var share = high > low ? (Place(cells[row, column]) - low) / (high - low) : 0;
                AddCell(plot, column, row, cells[row, column] / unit, share, cells.GetLength(1) <= MostTexts);
            }
        }

        double Place(double value) => isLog ? Math.Log10(value) : value;
    }

    private static void AddCell(Plot plot, int column, int row, double value, double share, bool hasText)
    {
        var cell = plot.Add.Rectangle(column - 0.48, column + 0.48, row - 0.47, row + 0.47);
        cell.LineWidth = 0;
        cell.FillColor = double.IsFinite(value) ? Tokens.Between("--heat-low", "--heat-high", share) : Tokens.Of("--sunken");
        if (hasText)
        {
            var text = plot.Add.Text(double.IsFinite(value) ? Wording.Digits(value) : "–", column, row);
            text.LabelAlignment = Alignment.MiddleCenter;
            text.LabelFontSize = 12;
            text.LabelFontColor = Tokens.Of(share > MostForDarkText ? "--heat-ink-high" : "--heat-ink-low");
        }
    }

    // Where cells have no room for their figures, some colours with theirs.
    private static IEnumerable<(string Name, Color Color)> Samples(List<double> known, bool isLog, double unit)
    {
        var (low, high) = (known.Min(), known.Max());
        double[] shares = high > low ? [1, 0.75, 0.5, 0.25, 0] : [0];
        return shares.Select(share => (
            Wording.Digits((isLog ? low * Math.Pow(high / low, share) : low + ((high - low) * share)) / unit), Tokens.Between("--heat-low", "--heat-high", share)));
    }

    private static void SetAxes(Plot plot, SweepAxis columns, SweepAxis rows)
    {
        plot.Axes.Bottom.Label.Text = columns.Heading;
        plot.Axes.Left.Label.Text = rows.Heading;
        var (places, texts) = Scales.WithRoom([.. columns.Labels.Select((label, index) => ((double)index, label))], columns.Count, CharactersAcross);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(places, texts);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. rows.Labels.Select((_, index) => (double)index)], [.. rows.Labels]);
        plot.Axes.SetLimits(-0.5, columns.Count - 0.5, rows.Count - 0.5, -0.5);
    }

    private static void Fill(double[,] cells, double value)
    {
        for (var row = 0; row < cells.GetLength(0); row++)
        {
            for (var column = 0; column < cells.GetLength(1); column++)
            {
                cells[row, column] = value;
            }
        }
    }
}
