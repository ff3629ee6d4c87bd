using System.Globalization;

namespace ClusterSim.Reports.Images;

/// <summary>Ticks of axes, and whether an axis is better logarithmic.</summary>
internal static class Scales
{
    private const double FarApart = 20;
    private const double Grown = 4;
    private const double Factor = 1.4;

    /// <summary>Whether values lie so far apart that the small ones would be lost on a linear axis.</summary>
    public static bool AreFarApart(IReadOnlyList<double> values) => values.Min() > 0 && values.Max() / values.Min() >= FarApart;

    /// <summary>Whether values grow by factors rather than by steps.</summary>
    public static bool GrowByFactors(IEnumerable<double> values)
    {
        var distinct = values.Distinct().Order().ToList();
        return distinct.Count > 2 && distinct[0] > 0 && distinct[^1] / distinct[0] >= Grown && distinct.Zip(distinct.Skip(1)).All(pair => pair.Second / pair.First >= Factor);
    }

    /// <summary>Ticks of a logarithmic axis at the logarithms of 1, 2 and 5 times the powers of ten; of a long axis at the powers.</summary>
    public static (double[] Places, string[] Texts) LogTicks(double low, double high)
    {
        var first = (int)Math.Floor(Math.Log10(low));
        var last = (int)Math.Ceiling(Math.Log10(high));
        double[] steps = Math.Log10(high / low) <= 2.5 ? [1, 2, 5] : [1];
        double[] values = [.. Enumerable.Range(first, last - first + 1).SelectMany(power => steps.Select(step => step * Math.Pow(10, power))).Where(value => value >= low * 0.99 && value <= high * 1.01)];
        return ([.. values.Select(Math.Log10)], [.. values.Select(value => value.ToString("#,0.######", CultureInfo.InvariantCulture))]);
    }

    /// <summary>Every tick, every second, every third ... of some: as many as have room beside each other.</summary>
    /// <param name="ticks">In order of their places.</param>
    /// <param name="width">Of the axis, in the unit of places.</param>
    /// <param name="characters">How many characters fit along the axis.</param>
    public static (double[] Places, string[] Texts) WithRoom(IReadOnlyList<(double Place, string Text)> ticks, double width, int characters)
    {
        var step = 1;
        while (step < ticks.Count && !HaveRoom(Every(ticks, step), width / characters))
        {
            step++;
        }

        var shown = Every(ticks, step);
        return ([.. shown.Select(tick => tick.Place)], [.. shown.Select(tick => tick.Text)]);
    }

    private static List<(double Place, string Text)> Every(IReadOnlyList<(double Place, string Text)> ticks, int step) =>
        [.. ticks.Where((_, index) => index % step == 0)];

    private static bool HaveRoom(List<(double Place, string Text)> ticks, double character) =>
        ticks.Zip(ticks.Skip(1)).All(pair => pair.Second.Place - pair.First.Place >= (pair.First.Text.Length + pair.Second.Text.Length + 3) / 2.0 * character);
}
