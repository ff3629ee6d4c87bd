using System.Text.RegularExpressions;
using ClusterSim.Reports.Pages;
using ScottPlot;

namespace ClusterSim.Reports.Images;

/// <summary>The colours of pages in their light theme, so that one colour means one thing in images, too.</summary>
internal static partial class Tokens
{
    private const int SeriesCount = 7;

    private static readonly Lazy<Dictionary<string, Color>> Light = new(() => Token()
        .Matches(Asset.Read("tokens.css"))
        .ToDictionary(match => match.Groups["name"].Value, match => Color.FromHex(match.Groups["light"].Value), StringComparer.Ordinal));

    /// <summary>The colour of a token such as <c>--compute</c>.</summary>
    public static Color Of(string token) => Light.Value[token];

    /// <summary>A colour between those of two tokens.</summary>
    public static Color Between(string low, string high, double share)
    {
        var (from, to) = (Of(low), Of(high));
        return new Color(Part(from.R, to.R), Part(from.G, to.G), Part(from.B, to.B));

        byte Part(byte one, byte other) => (byte)Math.Round(one + ((other - one) * share));
    }

    /// <summary>The colour of a curve that means nothing by itself.</summary>
    public static Color Series(int index) => Of(FormattableString.Invariant($"--series-{(index % SeriesCount) + 1}"));

    /// <summary>Whether a curve's colour is used a second time, so that it needs another line.</summary>
    public static bool IsRepeated(int index) => index >= SeriesCount;

    [GeneratedRegex(@"(?<name>--[\w-]+): light-dark\((?<light>#[0-9a-f]{6})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Token();
}
