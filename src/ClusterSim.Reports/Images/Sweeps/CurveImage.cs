using ScottPlot;

namespace ClusterSim.Reports.Images.Sweeps;

/// <summary>Draws curves along an axis; along an axis of names, bars.</summary>
internal sealed class CurveImage
{
    // Of the usual width and size of text.
    private const int CharactersAcross = 70;
    private const float Dash = 6;
    private const float MarkSize = 8;

    private readonly CurveChart chart;
    private readonly Plot plot;
    private readonly (double Size, string Name) unit;
    private readonly List<LegendItem> legend = [];
    private readonly bool isLogX;
    private readonly bool isLogY;

    private CurveImage(CurveChart chart)
    {
        this.chart = chart;
        plot = ImageStyle.NewPlot(chart.Title, chart.Detail);
        var values = Values.ToList();
        unit = ImageUnits.Of(chart.Unit, values.Max());
        isLogX = chart.Axis.IsNumeric && Scales.GrowByFactors(Places);
        isLogY = chart.Axis.IsNumeric && (chart.GrowsWithAxis ? isLogX && values.Min() > 0 : Scales.AreFarApart(values));
    }

    private IEnumerable<double> Values => chart.Curves.SelectMany(curve => curve.Curve.Points).Select(point => point.Y).Concat(chart.Ideal.Select(point => point.Y));

    private IEnumerable<double> Places => chart.Curves.SelectMany(curve => curve.Curve.Points).Select(point => point.X);

    /// <summary>Draws curves that have at least one point.</summary>
    public static Image Of(string name, CurveChart chart)
    {
        var image = new CurveImage(chart);
        image.Draw();
        return new Image(name, image.plot);
    }

    private void Draw()
    {
        if (chart.Axis.IsNumeric)
        {
            AddCurves();
        }
        else
        {
            AddBars();
        }

        AddIdeal();
        SetX();
        SetY();
        if (chart.Curves.Count > 1 || chart.Ideal.Count > 0)
        {
            ImageStyle.ShowLegend(plot, legend);
        }
    }

    // Of curves that lie on top of one another each shows in its turn, and the marks of the upper ones are rings about those of the lowest.
    private void AddCurves()
    {
        var piles = PilesOf();
        foreach (var (index, (name, curve)) in chart.Curves.Index())
        {
            var scatter = plot.Add.Scatter(curve.Points.Select(point => X(point.X)).ToArray(), curve.Points.Select(point => Y(point.Y)).ToArray(), Tokens.Series(index));
            scatter.LineWidth = 2;
            var text = name;
            if (piles.Find(pile => pile.IndexOf(index) > 0) is { } pile)
            {
                var rank = pile.IndexOf(index);
                text = $"{name},\nsame as {chart.Curves[pile[0]].Name}";
                scatter.LinePattern = new LinePattern([Dash, Dash * (pile.Count - 1)], -Dash * rank, "in turn");
                scatter.MarkerShape = MarkerShape.OpenCircle;
                scatter.MarkerSize = MarkSize + (4 * rank);
            }
            else
            {
                scatter.LinePattern = Tokens.IsRepeated(index) ? LinePattern.Dashed : LinePattern.Solid;
                scatter.MarkerShape = ImageStyle.MarkerOf(index);
                scatter.MarkerSize = MarkSize;
            }

            // A sample is too short for a turn.
            legend.Add(new LegendItem
            {
                LabelText = text,
                LineColor = scatter.Color,
                LineWidth = scatter.LineWidth,
                LinePattern = text == name ? scatter.LinePattern : LinePattern.Solid,
                MarkerStyle = scatter.MarkerStyle,
            });
        }
    }

    // The places of curves that look alike, from below.
    private List<List<int>> PilesOf()
    {
        var piles = new List<List<int>>();
        for (var index = 0; index < chart.Curves.Count; index++)
        {
            var curve = chart.Curves[index].Curve;
            if (piles.Find(pile => chart.Curves[pile[0]].Curve.CoincidesWith(curve)) is { } pile)
            {
                pile.Add(index);
            }
            else
            {
                piles.Add([index]);
            }
        }

        return piles;
    }

    // Bars of one name stand side by side.
    private void AddBars()
    {
        var width = 0.72 / chart.Curves.Count;
        foreach (var (index, (name, curve)) in chart.Curves.Index())
        {
            var shift = (index - ((chart.Curves.Count - 1) / 2.0)) * width;
            plot.Add.Bars(curve.Points.Select(point => new Bar
            {
                Position = point.X + shift,
                Value = Y(point.Y),
                Size = width * 0.94,
                FillColor = Tokens.Series(index),
                LineWidth = 0,
            }).ToList());
            legend.Add(new LegendItem { LabelText = name, FillColor = Tokens.Series(index), LineWidth = 0 });
        }
    }

    private void AddIdeal()
    {
        if (chart.Ideal.Count > 0)
        {
            var line = plot.Add.ScatterLine(chart.Ideal.Select(point => X(point.X)).ToArray(), chart.Ideal.Select(point => Y(point.Y)).ToArray(), Tokens.Of("--text-soft"));
            line.LinePattern = LinePattern.Dotted;
            line.LineWidth = 2;
            legend.Add(new LegendItem { LabelText = "Ideal", LineColor = line.Color, LineWidth = line.LineWidth, LinePattern = line.LinePattern });
        }
    }

    private void SetX()
    {
        var axis = chart.Axis;
        plot.Axes.Bottom.Label.Text = axis.Heading;
        var ticks = axis.Labels.Select((label, index) => (Place: axis.IsNumeric ? X(axis.Values[index]) : index, Text: label)).ToList();
        var (low, high) = axis.IsNumeric ? (Places.Select(X).Min(), Places.Select(X).Max()) : (-0.5, axis.Count - 0.5);
        var room = axis.IsNumeric ? Math.Max(high - low, 1e-9) * 0.04 : 0;
        var (places, texts) = Scales.WithRoom(ticks, high - low, CharactersAcross);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(places, texts);
        plot.Axes.SetLimitsX(low - room, high + room);
    }

    private void SetY()
    {
        plot.Axes.Left.Label.Text = ImageUnits.Heading(chart.Heading, unit.Name);
        var (low, high) = (Values.Min() / unit.Size, Values.Max() / unit.Size);
        if (!isLogY)
        {
            plot.Axes.SetLimitsY(Math.Min(0, low), high > 0 ? high * 1.08 : 1);
            return;
        }

        var (places, texts) = Scales.LogTicks(low / 1.2, high * 1.2);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(places, texts);
        plot.Axes.SetLimitsY(Math.Log10(low / 1.2), Math.Log10(high * 1.2));
    }

    private double X(double value) => isLogX ? Math.Log10(value) : value;

    private double Y(double value) => isLogY ? Math.Log10(value / unit.Size) : value / unit.Size;
}
