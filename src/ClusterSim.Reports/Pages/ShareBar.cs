using System.Globalization;

namespace ClusterSim.Reports.Pages;

/// <summary>One bar that is split into what a time was spent on, with a legend that says the same in words.</summary>
public static class ShareBar
{
    /// <summary>Makes one.</summary>
    /// <param name="caption">What is split.</param>
    /// <param name="parts">What each part is called, the token of its colour, and how long it is; those of no length are left out.</param>
    public static Html Of(string caption, IReadOnlyList<(string Name, string Tone, long Ns)> parts)
    {
        var shown = parts.Where(part => part.Ns > 0).ToList();
        var sum = Math.Max(1, shown.Sum(part => part.Ns));
        return Html.Of(
            $"""
             <div class="shares" aria-hidden="true">{Html.Join(shown.Select(part => Segment(part.Tone, (double)part.Ns / sum)))}</div>
             <ul class="legend" aria-label="{caption}">{Html.Join(shown.Select(part => Entry(part, (double)part.Ns / sum)))}</ul>
             """);
    }

    private static Html Segment(string tone, double share) =>
        Html.Of($"<span style=\"flex: {(100 * share).ToString("0.####", CultureInfo.InvariantCulture)}; background: var({tone})\"></span>");

    private static Html Entry((string Name, string Tone, long Ns) part, double share) => Html.Of(
        $"<li><span class=\"swatch\" style=\"background: var({part.Tone})\"></span>{part.Name} <strong>{Quantity.Share(share)}</strong> <span class=\"soft\">{Quantity.Time(part.Ns)}</span></li>");
}
