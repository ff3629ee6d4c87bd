using System.Globalization;

namespace ClusterSim.Reports.Pages;

/// <summary>
/// Figures in the text of a page. They stand there exactly; <c>format.js</c> rounds them to what a person takes in at a glance, and keeps the
/// exact figure for whoever points at it.
/// </summary>
public static class Quantity
{
    /// <summary>What GB are, in sentences: they are told otherwise elsewhere.</summary>
    public const string Gigabytes = "A GB is 2³⁰ bytes, as in network files; nccl-tests prints GB of 10⁹ bytes, of which there are 1.074 times as many.";

    /// <summary>Simulated time.</summary>
    public static Html Time(long ns) => Of("time", ns, $"{Exact(ns)} ns");

    /// <summary>Data.</summary>
    public static Html Bytes(long bytes) => Of("bytes", bytes, $"{Exact(bytes)} bytes");

    /// <summary>A share, from 0 to 1.</summary>
    public static Html Share(double share) => Of("share", share, share.ToString("0.##### %", CultureInfo.InvariantCulture));

    /// <summary>A whole number in groups of three digits.</summary>
    public static string Exact(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>So many of something: <c>1 link</c>, <c>2,000 links</c>.</summary>
    public static string Count(long count, string one, string many) => $"{Exact(count)} {(count == 1 ? one : many)}";

    private static Html Of(string kind, IFormattable value, string text) =>
        Html.Of($"<data data-kind=\"{kind}\" value=\"{value.ToString(null, CultureInfo.InvariantCulture)}\">{text}</data>");
}
