namespace ClusterSim.Reports.Pages;

/// <summary>A part of a page under a heading; the page's navigation leads to it.</summary>
/// <param name="Id">What links name it by: <c>timeline</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What stands below.</param>
public sealed record PageSection(string Id, string Title, Html Body)
{
    /// <summary>What the section says, in a sentence beside the heading; empty: nothing.</summary>
    public string Lead { get; init; } = "";
}
