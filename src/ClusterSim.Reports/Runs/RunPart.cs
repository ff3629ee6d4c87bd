using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Runs;

/// <summary>A part of a run's report.</summary>
/// <param name="Section">What stands on the page.</param>
/// <param name="Data">What its scripts show.</param>
internal sealed record RunPart(PageSection Section, params IReadOnlyList<PageData> Data)
{
    /// <summary>Stands for a part that cannot be shown, and says why.</summary>
    /// <param name="id">What links name it by.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="why">Why, in sentences.</param>
    public static RunPart Missing(string id, string title, string why) =>
        new(new PageSection(id, title, Html.Of($"<p class=\"missing\">Left out. {why}</p>")));

    /// <summary>Stands for a part that there is nothing to show of, which is no fault, and says why.</summary>
    public static RunPart Aside(string id, string title, Html why) => new(new PageSection(id, title, Html.Of($"<p class=\"aside\">{why}</p>")));
}
