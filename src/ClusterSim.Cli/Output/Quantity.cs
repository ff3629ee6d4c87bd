using System.Globalization;

namespace ClusterSim.Cli.Output;

/// <summary>Figures as people read them.</summary>
internal static class Quantity
{
    /// <summary>A whole number in groups of three digits.</summary>
    public static string Exact(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A figure in groups of three digits.</summary>
    public static string Exact(decimal value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Points of a sweep: <c>1 point</c>, <c>1,000 points</c>.</summary>
    public static string Points(long count) => count == 1 ? "1 point" : $"{Exact(count)} points";

    /// <summary>A share in per cent, without the sign.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A count, rounded to what a person takes in at a glance.</summary>
    public static string Rounded(double value) => value switch
    {
        >= 1e9 => Scaled(value / 1e9, "G"),
        >= 1e6 => Scaled(value / 1e6, "M"),
        >= 1e3 => Scaled(value / 1e3, "k"),
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    /// <summary>Simulated time, rounded to what a person takes in at a glance.</summary>
    public static string RoundedTime(long ns) => ns switch
    {
        >= 1_000_000_000 => Scaled(ns / 1e9, "s"),
        >= 1_000_000 => Scaled(ns / 1e6, "ms"),
        >= 1_000 => Scaled(ns / 1e3, "us"),
        _ => ns.ToString(CultureInfo.InvariantCulture) + " ns",
    };

    /// <summary>An amount of data, rounded to what a person takes in at a glance.</summary>
    public static string RoundedBytes(double bytes) => bytes switch
    {
        >= 1L << 30 => Scaled(bytes / (1L << 30), "GiB"),
        >= 1L << 20 => Scaled(bytes / (1L << 20), "MiB"),
        >= 1L << 10 => Scaled(bytes / (1L << 10), "KiB"),
        _ => bytes.ToString("0", CultureInfo.InvariantCulture) + " B",
    };

    private static string Scaled(double value, string unit) =>
        value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + unit;
}
