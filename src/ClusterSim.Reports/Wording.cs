using System.Globalization;

namespace ClusterSim.Reports;

/// <summary>Figures in images and in the text of a sweep's page, as people read them.</summary>
internal static class Wording
{
    private static readonly (double Size, string Unit)[] Times = [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1, "ns")];

    /// <summary>How many there are: <c>1 point</c>, <c>1,000 points</c>.</summary>
    public static string Points(int count) => count == 1 ? "1 point" : $"{Count(count)} points";

    /// <summary>A number in groups of three digits.</summary>
    public static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Simulated time of which four digits count.</summary>
    public static string Time(double ns)
    {
        var (size, unit) = UnitOfTime(ns);
        return $"{Digits(ns / size)} {unit}";
    }

    /// <summary>The unit in which times up to this one are best told.</summary>
    public static (double Size, string Unit) UnitOfTime(double ns) => Times.FirstOrDefault(unit => Math.Abs(ns) >= unit.Size) is { Unit: not null } found ? found : Times[^1];

    /// <summary>A number of which four digits count.</summary>
    public static string Digits(double value) => Math.Abs(value) switch
    {
        < 1000 when double.IsInteger(value) => value.ToString("0", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.000", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 1000 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => Count(value),
    };

    /// <summary>A ratio of at least 1: <c>1.25 times</c>.</summary>
    public static string Ratio(double ratio) => ratio < 1.0005 ? "< 1.001 times" : $"{Digits(Math.Round(ratio, 3))} times";

    /// <summary>A list of points, no more than a reader takes in.</summary>
    public static string Some(IReadOnlyList<int> points)
    {
        const int most = 12;
        var shown = string.Join(", ", points.Take(most).Select(point => Count(point)));
        return points.Count > most ? $"{shown} and {Count(points.Count - most)} more" : shown;
    }
}
